-- No origin derives from itself, however long the way round.
WITH RECURSIVE chain(start, current, length) AS (
  SELECT id, derives_from, 1 FROM origins WHERE derives_from IS NOT NULL
  UNION
  SELECT chain.start, o.derives_from, chain.length + 1 FROM chain JOIN origins o ON o.id = chain.current
   WHERE o.derives_from IS NOT NULL AND chain.length < 100
)
SELECT 'origins ' || start, 'derives from itself' FROM chain WHERE start = current GROUP BY start;
