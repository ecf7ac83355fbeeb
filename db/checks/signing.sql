-- Analyst and checker are two people (invariant 8), and a version supersedes an older one.
SELECT 'memos ' || a.memo_id, 'analyst and checker are both “' || a.name || '”'
  FROM sign_offs a JOIN sign_offs b ON b.memo_id = a.memo_id AND a.role = 'analyst' AND b.role = 'checker'
 WHERE lower(trim(a.name)) = lower(trim(b.name))
UNION ALL
SELECT 'memos ' || id, 'supersedes a later version' FROM memos WHERE supersedes >= id;
