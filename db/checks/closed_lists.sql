-- Every column with a closed list holds a term of it (workbench/domain/vocabulary.py; tests/storage/test_checks.py compares the two).
WITH held(place, name, value, terms) AS (
  SELECT 'info ' || id, 'handling', handling, 'TLP:RED|TLP:AMBER+STRICT|TLP:AMBER|TLP:GREEN|TLP:CLEAR' FROM info
  UNION ALL SELECT 'articles ' || id, 'method', method, 'file|paste' FROM articles
  UNION ALL SELECT 'articles ' || id, 'grade', grade, 'A|B|C|D|E|F' FROM articles
  UNION ALL SELECT 'metadata_fields ' || id, 'field', field, 'title|publisher|author|published|modified|language|wire|address|retrieved' FROM metadata_fields
  UNION ALL SELECT 'metadata_fields ' || id, 'confidence', confidence, 'high|moderate|low' FROM metadata_fields
  UNION ALL SELECT 'metadata_fields ' || id, 'set_by', set_by, 'machine|analyst' FROM metadata_fields
  UNION ALL SELECT 'zones ' || id, 'kind', kind, 
    'headline|deck|bullet|caption|body|boilerplate|credit|correction|note|struck_out|hidden|comment|related|page|quoted' FROM zones
  UNION ALL SELECT 'zones ' || id, 'set_by', set_by, 'machine|analyst' FROM zones
  UNION ALL SELECT 'passages ' || id, 'state', state, 'exact|moved|orphan' FROM passages
  UNION ALL SELECT 'claims ' || id, 'kind', kind,
    'event|utterance|quantity|plan|prediction|assessment|legal_characterisation|superlative|identity' FROM claims
  UNION ALL SELECT 'claims ' || id, 'priority', priority, 'key|high|normal' FROM claims
  UNION ALL SELECT 'claims ' || id, 'status', status, 'open|confirmed|unconfirmed|denied' FROM claims
  UNION ALL SELECT 'appearances ' || id, 'stance', stance,
    'asserts|reports|supports|endorses|denies|disputes|contradicts|neutral|partial|not_mentioned' FROM appearances
  UNION ALL SELECT 'appearances ' || id, 'origin_basis', origin_basis, 'stated|inferred' FROM appearances
  UNION ALL SELECT 'origins ' || id, 'kind', kind,
    'government|intelligence_service|official|party|company|wire|newsroom|witness|expert|document|other' FROM origins
  UNION ALL SELECT 'origins ' || id, 'reliability', reliability, 'A|B|C|D|E|F' FROM origins
  UNION ALL SELECT 'evidence ' || id, 'relation', relation, 'corroborates|contradicts|context' FROM evidence
  UNION ALL SELECT 'assessments ' || id, 'credibility', credibility, '1|2|3|4|5|6' FROM assessments
  UNION ALL SELECT 'assessments ' || id, 'likelihood', likelihood,
    'almost_no_chance|very_unlikely|unlikely|roughly_even_chance|likely|very_likely|almost_certain' FROM assessments
  UNION ALL SELECT 'checked ' || id, 'kind', kind, 'checked|waived' FROM checked
  UNION ALL SELECT 'dismissals ' || id, 'type', type,
    'figure|composition|predicate|place|date|relative_date|attribution_lost|role_inverted|stale_denial|scope_of_endorsement|verb|'
    || 'quotation|name|title|qualifier_dropped|hedge_lost|headline_not_borne_out|other' FROM dismissals
  UNION ALL SELECT 'discrepancies ' || id, 'type', type,
    'figure|composition|predicate|place|date|relative_date|attribution_lost|role_inverted|stale_denial|scope_of_endorsement|verb|'
    || 'quotation|name|title|qualifier_dropped|hedge_lost|headline_not_borne_out|other' FROM discrepancies
  UNION ALL SELECT 'discrepancies ' || id, 'severity', severity, 'high|medium|low' FROM discrepancies
  UNION ALL SELECT 'discrepancies ' || id, 'state', state, 'open|resolved' FROM discrepancies
  UNION ALL SELECT 'discrepancies ' || id, 'found_by', found_by, 'analyst|check' FROM discrepancies
  UNION ALL SELECT 'sign_offs ' || id, 'role', role, 'analyst|checker' FROM sign_offs
  UNION ALL SELECT 'reviews ' || id, 'verdict', verdict, 'agrees|queries' FROM reviews
  UNION ALL SELECT 'assessments ' || id, 'confidence', confidence, 'high|moderate|low' FROM assessments
)
SELECT place, 'unknown ' || replace(name, '_', ' ') || ' “' || value || '”' FROM held
 WHERE value IS NOT NULL AND (instr(value, '|') OR value = '' OR NOT instr('|' || terms || '|', '|' || value || '|'));
