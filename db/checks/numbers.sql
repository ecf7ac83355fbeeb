-- A number is never given twice (invariant 7): SQLite's counter of each table stands at or above every id the journal has seen.
WITH seen(name, greatest) AS (
  SELECT json_extract(e.value, '$[0]'), max(coalesce(json_extract(e.value, '$[2].id'), json_extract(e.value, '$[1].id')))
    FROM journal j, json_each(CASE WHEN json_valid(j.edits) THEN j.edits ELSE '[]' END) e
   WHERE json_type(e.value) = 'array'
   GROUP BY 1
)
SELECT seen.name, 'number ' || seen.greatest || ' was given and could be given again'
  FROM seen LEFT JOIN sqlite_sequence s ON s.name = seen.name
 WHERE coalesce(s.seq, 0) < seen.greatest;
