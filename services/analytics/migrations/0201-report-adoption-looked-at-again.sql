-- An adoption that the program could not read, because its regulation was newer, was taken for one that asks for no
-- report. Each is looked at once more; one that asks for none is put away again.
UPDATE report_adoption SET next_at = expected_until WHERE next_at IS NULL;
