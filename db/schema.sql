-- Generated from the migrations by `make schema`; tests/storage/test_schema.py checks it. Do not edit.
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE appearances (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    claim_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    passage_id INTEGER,
    stance TEXT DEFAULT '' NOT NULL,
    attributed_to TEXT DEFAULT '' NOT NULL,
    verb TEXT DEFAULT '' NOT NULL,
    hedge TEXT DEFAULT '' NOT NULL,
    via TEXT DEFAULT '' NOT NULL,
    origin_id INTEGER,
    origin_basis TEXT, statement_id INTEGER REFERENCES passages (id) ON DELETE SET NULL, looked_by TEXT DEFAULT '' NOT NULL, looked_at TEXT DEFAULT '' NOT NULL, looked_for TEXT DEFAULT '' NOT NULL, translation TEXT DEFAULT '' NOT NULL, translated_by TEXT DEFAULT '' NOT NULL, translated_how TEXT DEFAULT '' NOT NULL,
    FOREIGN KEY(claim_id) REFERENCES claims (id) ON DELETE CASCADE,
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    FOREIGN KEY(origin_id) REFERENCES origins (id) ON DELETE SET NULL
)
 STRICT;
CREATE TABLE articles (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT DEFAULT '' NOT NULL,
    location TEXT DEFAULT '' NOT NULL,
    method TEXT DEFAULT '' NOT NULL,
    media_type TEXT DEFAULT '' NOT NULL,
    encoding TEXT DEFAULT '' NOT NULL,
    encoding_basis TEXT DEFAULT '' NOT NULL,
    original_sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    reader TEXT DEFAULT '' NOT NULL,
    imported_at TEXT DEFAULT '' NOT NULL,
    imported_by TEXT DEFAULT '' NOT NULL,
    grade TEXT DEFAULT '' NOT NULL,
    warnings TEXT DEFAULT '' NOT NULL, version_of INTEGER REFERENCES articles (id) ON DELETE SET NULL, part_of INTEGER REFERENCES articles (id) ON DELETE SET NULL, layout TEXT DEFAULT '' NOT NULL,
    FOREIGN KEY(original_sha256) REFERENCES originals (sha256),
    FOREIGN KEY(text_sha256) REFERENCES texts (sha256)
)
 STRICT;
CREATE TABLE assessments (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    claim_id INTEGER NOT NULL,
    credibility TEXT,
    likelihood TEXT,
    confidence TEXT,
    UNIQUE (claim_id),
    FOREIGN KEY(claim_id) REFERENCES claims (id) ON DELETE CASCADE
)
 STRICT;
CREATE TABLE checked (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE TABLE claims (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    text TEXT DEFAULT '' NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    priority TEXT DEFAULT '' NOT NULL,
    event_date TEXT DEFAULT '' NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    basis TEXT,
    denied_by TEXT DEFAULT '' NOT NULL,
    denied_on TEXT DEFAULT '' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    override_reason TEXT DEFAULT '' NOT NULL,
    would_change TEXT DEFAULT '' NOT NULL,
    as_of TEXT DEFAULT '' NOT NULL,
    review_on TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    merged_into INTEGER,
    split_from INTEGER,
    FOREIGN KEY(merged_into) REFERENCES claims (id) ON DELETE CASCADE,
    FOREIGN KEY(split_from) REFERENCES claims (id) ON DELETE SET NULL
)
 STRICT;
CREATE TABLE discrepancies (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    type TEXT DEFAULT '' NOT NULL,
    severity TEXT DEFAULT '' NOT NULL,
    claim_id INTEGER,
    summary TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT '' NOT NULL,
    resolution TEXT DEFAULT '' NOT NULL,
    found_by TEXT DEFAULT '' NOT NULL,
    raised_by TEXT DEFAULT '' NOT NULL,
    FOREIGN KEY(claim_id) REFERENCES claims (id) ON DELETE SET NULL
)
 STRICT;
CREATE TABLE discrepancy_passages (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    discrepancy_id INTEGER NOT NULL,
    passage_id INTEGER NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    FOREIGN KEY(discrepancy_id) REFERENCES discrepancies (id) ON DELETE CASCADE,
    FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE
)
 STRICT;
CREATE TABLE dismissals (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    type TEXT DEFAULT '' NOT NULL,
    places TEXT DEFAULT '' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL
) STRICT;
CREATE TABLE evidence (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    claim_id INTEGER NOT NULL,
    relation TEXT DEFAULT '' NOT NULL,
    passage_id INTEGER,
    article_id INTEGER,
    url TEXT DEFAULT '' NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    media_type TEXT DEFAULT '' NOT NULL,
    document_sha256 TEXT,
    dated TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    origin_id INTEGER,
    independent INTEGER,
    independent_reason TEXT DEFAULT '' NOT NULL,
    FOREIGN KEY(claim_id) REFERENCES claims (id) ON DELETE CASCADE,
    FOREIGN KEY(passage_id) REFERENCES passages (id) ON DELETE CASCADE,
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
    FOREIGN KEY(document_sha256) REFERENCES originals (sha256),
    FOREIGN KEY(origin_id) REFERENCES origins (id) ON DELETE SET NULL
)
 STRICT;
CREATE TABLE info (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid TEXT DEFAULT '' NOT NULL,
    reference TEXT DEFAULT '' NOT NULL,
    title TEXT DEFAULT '' NOT NULL,
    question TEXT DEFAULT '' NOT NULL,
    as_of TEXT DEFAULT '' NOT NULL,
    handling TEXT DEFAULT '' NOT NULL,
    standard_of_proof TEXT DEFAULT '' NOT NULL,
    analyst TEXT DEFAULT '' NOT NULL,
    checker TEXT DEFAULT '' NOT NULL,
    memo_to TEXT DEFAULT '' NOT NULL,
    memo_from TEXT DEFAULT '' NOT NULL,
    bottom_line TEXT DEFAULT '' NOT NULL,
    safe_wording TEXT DEFAULT '' NOT NULL,
    created_at TEXT DEFAULT '' NOT NULL,
    second_of TEXT DEFAULT '' NOT NULL,
    second_head TEXT DEFAULT '' NOT NULL
)
 STRICT;
CREATE TABLE journal (
    seq INTEGER NOT NULL,
    at TEXT DEFAULT '' NOT NULL,
    who TEXT DEFAULT '' NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    target INTEGER,
    reason TEXT DEFAULT '' NOT NULL,
    edits TEXT DEFAULT '' NOT NULL,
    previous TEXT DEFAULT '' NOT NULL,
    hash TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (seq)
)
 STRICT;
CREATE TABLE memos (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    as_of TEXT DEFAULT '' NOT NULL,
    digest TEXT DEFAULT '' NOT NULL,
    head TEXT DEFAULT '' NOT NULL,
    step INTEGER NOT NULL,
    supersedes INTEGER,
    FOREIGN KEY(supersedes) REFERENCES memos (id) ON DELETE SET NULL
)
 STRICT;
CREATE TABLE metadata_fields (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL,
    field TEXT DEFAULT '' NOT NULL,
    value TEXT,
    confidence TEXT,
    basis TEXT DEFAULT '' NOT NULL,
    set_by TEXT DEFAULT '' NOT NULL,
    UNIQUE (article_id, field),
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE TABLE originals (
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (sha256)
)
 STRICT;
CREATE TABLE origins (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT DEFAULT '' NOT NULL,
    aliases TEXT DEFAULT '' NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    reliability TEXT DEFAULT '' NOT NULL,
    interest TEXT DEFAULT '' NOT NULL,
    anonymous INTEGER DEFAULT '0' NOT NULL,
    derives_from INTEGER,
    FOREIGN KEY(derives_from) REFERENCES origins (id) ON DELETE SET NULL
)
 STRICT;
CREATE TABLE passages (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    exact TEXT DEFAULT '' NOT NULL,
    prefix TEXT DEFAULT '' NOT NULL,
    suffix TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT '' NOT NULL,
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE TABLE reviews (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    claim_id INTEGER NOT NULL,
    appearance_id INTEGER,
    evidence_id INTEGER,
    verdict TEXT DEFAULT '' NOT NULL,
    checker TEXT DEFAULT '' NOT NULL,
    reviewed_at TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    seen TEXT DEFAULT '' NOT NULL,
    FOREIGN KEY(claim_id) REFERENCES claims (id) ON DELETE CASCADE,
    FOREIGN KEY(appearance_id) REFERENCES appearances (id) ON DELETE CASCADE,
    FOREIGN KEY(evidence_id) REFERENCES evidence (id) ON DELETE CASCADE
)
 STRICT;
CREATE TABLE searches (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT DEFAULT '' NOT NULL,
    "query" TEXT DEFAULT '' NOT NULL
)
 STRICT;
CREATE TABLE sign_offs (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    memo_id INTEGER NOT NULL,
    role TEXT DEFAULT '' NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    signed_at TEXT DEFAULT '' NOT NULL,
    UNIQUE (memo_id, role),
    FOREIGN KEY(memo_id) REFERENCES memos (id) ON DELETE CASCADE
)
 STRICT;
CREATE TABLE takedowns (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    exhibit INTEGER NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    original_sha256 TEXT DEFAULT '' NOT NULL,
    text_sha256 TEXT DEFAULT '' NOT NULL,
    erased_at TEXT DEFAULT '' NOT NULL,
    erased_by TEXT DEFAULT '' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL
)
 STRICT;
CREATE TABLE texts (
    sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (sha256)
)
 STRICT;
CREATE TABLE zones (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    set_by TEXT DEFAULT '' NOT NULL,
    basis TEXT DEFAULT '' NOT NULL,
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 STRICT;
CREATE INDEX ix_appearances_article_id ON appearances (article_id);
CREATE INDEX ix_appearances_claim_id ON appearances (claim_id);
CREATE INDEX ix_appearances_origin_id ON appearances (origin_id);
CREATE INDEX ix_appearances_passage_id ON appearances (passage_id);
CREATE INDEX ix_appearances_statement_id ON appearances (statement_id);
CREATE INDEX ix_articles_original_sha256 ON articles (original_sha256);
CREATE INDEX ix_articles_part_of ON articles (part_of);
CREATE INDEX ix_articles_version_of ON articles (version_of);
CREATE INDEX ix_checked_article_id ON checked (article_id);
CREATE INDEX ix_claims_merged_into ON claims (merged_into);
CREATE INDEX ix_claims_split_from ON claims (split_from);
CREATE INDEX ix_discrepancies_claim_id ON discrepancies (claim_id);
CREATE INDEX ix_discrepancy_passages_discrepancy_id ON discrepancy_passages (discrepancy_id);
CREATE INDEX ix_discrepancy_passages_passage_id ON discrepancy_passages (passage_id);
CREATE INDEX ix_evidence_claim_id ON evidence (claim_id);
CREATE INDEX ix_evidence_origin_id ON evidence (origin_id);
CREATE INDEX ix_evidence_passage_id ON evidence (passage_id);
CREATE INDEX ix_origins_derives_from ON origins (derives_from);
CREATE INDEX ix_passages_article_id ON passages (article_id);
CREATE INDEX ix_reviews_appearance_id ON reviews (appearance_id);
CREATE INDEX ix_reviews_claim_id ON reviews (claim_id);
CREATE INDEX ix_reviews_evidence_id ON reviews (evidence_id);
CREATE INDEX ix_zones_article_id ON zones (article_id);
