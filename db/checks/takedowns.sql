-- An exhibit that was erased for good is not there, and the takedown says why.
SELECT 'takedowns ' || t.id, 'Ex. ' || t.exhibit || ' is there' FROM takedowns t JOIN articles a ON a.id = t.exhibit
UNION ALL
SELECT 'takedowns ' || id, 'no reason' FROM takedowns WHERE reason = '';
