UPDATE journal_entry SET period = DATE_FORMAT(booked_at, '%Y-%m'), effective_on = COALESCE(effective_on, DATE(booked_at)) WHERE period = '';
