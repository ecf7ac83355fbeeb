-- A passage that is not an orphan lies in its article's text and quotes it (invariant 2); so do zones and sentences checked off.
SELECT 'passages ' || p.id, 'not in the text at ' || p.start || '–' || p.end
  FROM passages p JOIN articles a ON a.id = p.article_id JOIN texts t ON t.sha256 = a.text_sha256
 WHERE p.state <> 'orphan' AND (p.start < 0 OR p.start >= p.end OR substr(t.text, p.start + 1, p.end - p.start) <> p.exact)
UNION ALL
SELECT 'zones ' || z.id, 'outside the text at ' || z.start || '–' || z.end
  FROM zones z JOIN articles a ON a.id = z.article_id JOIN texts t ON t.sha256 = a.text_sha256
 WHERE z.start < 0 OR z.start >= z.end OR z.end > length(t.text)
UNION ALL
SELECT 'checked ' || c.id, 'outside the text at ' || c.start || '–' || c.end
  FROM checked c JOIN articles a ON a.id = c.article_id JOIN texts t ON t.sha256 = a.text_sha256
 WHERE c.start < 0 OR c.start >= c.end OR c.end > length(t.text);
