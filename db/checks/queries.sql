-- A query points to two passages or more, and a resolved one says how.
SELECT 'discrepancies ' || d.id, 'fewer than two passages' FROM discrepancies d
 WHERE (SELECT count(*) FROM discrepancy_passages p WHERE p.discrepancy_id = d.id) < 2
UNION ALL
SELECT 'discrepancies ' || id, 'resolved without a reason' FROM discrepancies WHERE state = 'resolved' AND resolution = '';
