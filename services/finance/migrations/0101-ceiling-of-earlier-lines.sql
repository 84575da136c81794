UPDATE ceiling c JOIN purchase_line l ON l.tenant_id = c.tenant_id AND l.id = c.id
SET c.line_id = c.id, c.limit_quantity = l.quantity
WHERE c.kind = 'ORDER_LINE';
