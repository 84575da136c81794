UPDATE settlement s JOIN case_file f ON f.tenant_id = s.tenant_id AND f.case_id = s.case_id
  SET s.case_number = f.number, s.department = f.department, s.product = f.product, s.category_code = f.category_code,
    s.region = f.region, s.level = f.level, s.regulation_id = f.regulation_id,
    s.regulation_version = f.regulation_version;
