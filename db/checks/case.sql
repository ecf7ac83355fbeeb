-- A case file describes exactly one inquiry, and is at the migration that its version says.
SELECT 'info', count(*) || ' descriptions of the inquiry' FROM info HAVING count(*) <> 1
UNION ALL
SELECT 'alembic_version', 'says ' || coalesce((SELECT group_concat(version_num) FROM alembic_version), 'nothing')
       || ' in a file of version ' || user_version
  FROM pragma_user_version
 WHERE (SELECT group_concat(version_num) FROM alembic_version) IS NOT printf('%04d', user_version);
