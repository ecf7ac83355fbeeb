-- An appearance has a passage unless it says "not mentioned", and both lie in the same article.
SELECT 'appearances ' || a.id, 'no passage' FROM appearances a WHERE a.passage_id IS NULL AND a.stance <> 'not_mentioned'
UNION ALL
SELECT 'appearances ' || a.id, '“not mentioned”, yet it has a passage'
  FROM appearances a WHERE a.passage_id IS NOT NULL AND a.stance = 'not_mentioned'
UNION ALL
SELECT 'appearances ' || a.id, 'its passage is in another article'
  FROM appearances a JOIN passages p ON p.id = a.passage_id WHERE p.article_id <> a.article_id
UNION ALL
SELECT 'appearances ' || a.id, 'the words that state its origin are in another article'
  FROM appearances a JOIN passages p ON p.id = a.statement_id WHERE p.article_id <> a.article_id
UNION ALL
SELECT 'appearances ' || a.id, 'inferred, yet words are marked that state it'
  FROM appearances a WHERE a.statement_id IS NOT NULL AND a.origin_basis = 'inferred'
UNION ALL
SELECT 'appearances ' || a.id, 'looked for, yet it has a passage'
  FROM appearances a WHERE a.passage_id IS NOT NULL AND a.looked_by || a.looked_at || a.looked_for <> ''
UNION ALL
SELECT 'evidence ' || e.id, 'no target'
  FROM evidence e WHERE e.passage_id IS NULL AND e.article_id IS NULL AND e.url = '' AND e.note = ''
   AND e.document_sha256 IS NULL;
