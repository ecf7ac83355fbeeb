-- A claim merged into another keeps its number and words and nothing else, and the other one stands.
SELECT 'claims ' || c.id, 'merged, yet something hangs on it' FROM claims c
 WHERE c.merged_into IS NOT NULL
   AND (EXISTS (SELECT 1 FROM appearances a WHERE a.claim_id = c.id) OR EXISTS (SELECT 1 FROM evidence e WHERE e.claim_id = c.id))
UNION ALL
SELECT 'reviews ' || r.id, 'about a claim that was merged' FROM reviews r JOIN claims c ON c.id = r.claim_id WHERE c.merged_into IS NOT NULL
UNION ALL
SELECT 'claims ' || c.id, 'merged into one that is merged itself'
  FROM claims c JOIN claims o ON o.id = c.merged_into WHERE o.merged_into IS NOT NULL;
