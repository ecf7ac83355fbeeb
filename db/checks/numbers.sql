-- A number is never given twice (invariant 7): SQLite's counter of each table stands at or above every id the journal has seen. Nor
-- is one left out, but in a copy for a second pair of eyes, whose own numbers count from above ours.
WITH seen(name, greatest) AS (
  SELECT json_extract(e.value, '$[0]'), max(coalesce(json_extract(e.value, '$[2].id'), json_extract(e.value, '$[1].id')))
    FROM journal j, json_each(CASE WHEN json_valid(j.edits) THEN j.edits ELSE '[]' END) e
   WHERE json_type(e.value) = 'array'
   GROUP BY 1
)
SELECT seen.name, 'number ' || seen.greatest || ' was given and could be given again'
  FROM seen LEFT JOIN sqlite_sequence s ON s.name = seen.name
 WHERE coalesce(s.seq, 0) < seen.greatest
UNION ALL
SELECT s.name, 'the last number given was ' || coalesce(seen.greatest, 0) || ', and it would count on from ' || coalesce(s.seq, 'nothing')
  FROM sqlite_sequence s LEFT JOIN seen ON seen.name = s.name
 WHERE (typeof(s.seq) <> 'integer' OR s.seq > coalesce(seen.greatest, 0))
   AND NOT EXISTS (SELECT 1 FROM info WHERE second_of <> '') AND NOT EXISTS (SELECT 1 FROM journal WHERE NOT json_valid(edits));
