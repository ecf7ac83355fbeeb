-- A case file describes exactly one inquiry.
SELECT 'info', count(*) || ' descriptions of the inquiry' FROM info HAVING count(*) <> 1;
