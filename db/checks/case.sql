-- A case file describes exactly one inquiry, and is at the migration that its version says.
SELECT 'info', count(*) || ' descriptions of the inquiry' FROM info HAVING count(*) <> 1
UNION ALL
SELECT 'alembic_version', 'says ' || coalesce(group_concat(version_num), 'nothing') || ' in a file of version ' || max(user_version)
  FROM alembic_version, pragma_user_version
HAVING count(*) <> 1 OR max(version_num) IS NOT printf('%04d', max(user_version));
