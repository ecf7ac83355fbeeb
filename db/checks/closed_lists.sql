-- Every vocabulary column holds a term of its closed list (docs: db/README.md).
SELECT 'claims ' || id, 'unknown status “' || status || '”' FROM claims
 WHERE status NOT IN ('open', 'confirmed', 'unconfirmed', 'denied')
UNION ALL
SELECT 'appearances ' || id, 'unknown stance “' || stance || '”' FROM appearances
 WHERE stance NOT IN ('asserts', 'reports', 'supports', 'endorses', 'denies', 'disputes', 'contradicts', 'neutral', 'partial',
                      'not_mentioned')
UNION ALL
SELECT 'evidence ' || id, 'unknown relation “' || relation || '”' FROM evidence
 WHERE relation NOT IN ('corroborates', 'contradicts', 'context')
UNION ALL
SELECT 'zones ' || id, 'unknown kind “' || kind || '”' FROM zones
 WHERE kind NOT IN ('headline', 'deck', 'bullet', 'caption', 'body', 'boilerplate', 'credit')
UNION ALL
SELECT 'origins ' || id, 'unknown reliability “' || reliability || '”' FROM origins
 WHERE reliability NOT IN ('A', 'B', 'C', 'D', 'E', 'F')
UNION ALL
SELECT 'articles ' || id, 'unknown grade “' || grade || '”' FROM articles
 WHERE grade NOT IN ('A', 'B', 'C', 'D', 'E', 'F');
