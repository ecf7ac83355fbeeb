-- Every status but open has a basis from its own list; an open claim has none (invariant 3 and 4).
SELECT 'claims ' || id, 'status ' || status || ' with basis ' || coalesce(basis, 'none') FROM claims
 WHERE CASE status
         WHEN 'open' THEN basis IS NOT NULL
         WHEN 'confirmed' THEN coalesce(basis, '') NOT IN ('independent_corroboration', 'both_parties_on_record', 'first_hand',
                                                           'public_document', 'own_words', 'undisputed_party_account')
         WHEN 'unconfirmed' THEN coalesce(basis, '') NOT IN ('single_origin', 'single_anonymous_origin', 'conflicting',
                                                             'not_checkable_yet')
         WHEN 'denied' THEN coalesce(basis, '') NOT IN ('party_denial', 'contradicted_by_evidence')
       END
UNION ALL
SELECT 'claims ' || id, 'denied by a party without party or date' FROM claims
 WHERE basis = 'party_denial' AND (denied_by = '' OR denied_on = '');
