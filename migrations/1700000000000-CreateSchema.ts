import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers, what was read from them, and the records of reading. Postgres 13 and newer. */
export class CreateSchema1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...PAPERS, ...CANONICAL, ...READINGS, ...RECORDS]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE data_version, corrections, rejects, ingest_runs, links, quantities,
      results, mentions, metrics, tasks, datasets, methods, extractions, paper_records,
      forgotten_papers, paper_keys, documents, papers`);
    await runner.query('DROP FUNCTION document_vector(text, text)');
  }
}

/** Text beyond this many characters is stored but not searched: a tsvector may not exceed 1 MB. */
const SEARCHED_CHARACTERS = 100_000;

const PAPERS = [
  `CREATE TABLE papers (
    id uuid PRIMARY KEY,
    key text COLLATE "C" NOT NULL UNIQUE,
    document_id uuid NOT NULL,
    title text,
    authors text[] NOT NULL DEFAULT '{}',
    published_at text COLLATE "C",
    published_on date,
    updated_at text COLLATE "C",
    updated_on date,
    arxiv_id text COLLATE "C",
    arxiv_version integer,
    doi text COLLATE "C",
    openalex_id text COLLATE "C",
    s2_id text COLLATE "C",
    url text,
    source text COLLATE "C" NOT NULL,
    source_id text COLLATE "C" NOT NULL,
    has_code boolean NOT NULL DEFAULT false,
    without_abstract boolean NOT NULL DEFAULT false,
    stored_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE UNIQUE INDEX papers_arxiv_id ON papers (arxiv_id) WHERE arxiv_id IS NOT NULL',
  'CREATE UNIQUE INDEX papers_doi ON papers (doi) WHERE doi IS NOT NULL',
  'CREATE UNIQUE INDEX papers_openalex_id ON papers (openalex_id) WHERE openalex_id IS NOT NULL',
  'CREATE UNIQUE INDEX papers_s2_id ON papers (s2_id) WHERE s2_id IS NOT NULL',
  'CREATE INDEX papers_published ON papers (published_on, id)',
  'CREATE INDEX papers_updated ON papers (updated_on, id)',
  'CREATE INDEX papers_changed ON papers (changed_at, id)',
  'CREATE INDEX papers_source ON papers (source, id)',
  `CREATE TABLE documents (
    id uuid PRIMARY KEY,
    paper_id uuid NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    content_hash text COLLATE "C" NOT NULL,
    title text,
    abstract text,
    UNIQUE (paper_id, content_hash)
  )`,
  `CREATE FUNCTION document_vector(title text, abstract text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT pg_catalog.to_tsvector('pg_catalog.english',
        pg_catalog.left(coalesce(title, '') || ' ' || coalesce(abstract, ''), ${SEARCHED_CHARACTERS}))
    $$`,
  'CREATE INDEX documents_text ON documents USING gin (document_vector(title, abstract))',
  `CREATE TABLE paper_keys (
    key text COLLATE "C" PRIMARY KEY,
    paper_id uuid NOT NULL REFERENCES papers (id) ON DELETE CASCADE
  )`,
  'CREATE INDEX paper_keys_paper ON paper_keys (paper_id)',
  `CREATE TABLE paper_records (
    id uuid PRIMARY KEY,
    paper_id uuid NOT NULL REFERENCES papers (id) ON DELETE CASCADE,
    source text COLLATE "C" NOT NULL,
    record_hash text COLLATE "C" NOT NULL,
    content_hash text COLLATE "C" NOT NULL,
    has_abstract boolean NOT NULL,
    metadata jsonb NOT NULL,
    origin text NOT NULL,
    position text NOT NULL,
    stored_at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE INDEX paper_records_paper ON paper_records (paper_id)',
  `CREATE TABLE forgotten_papers (
    key text COLLATE "C" PRIMARY KEY,
    reason text NOT NULL,
    forgotten_at timestamptz NOT NULL DEFAULT now()
  )`,
];

const NAMED = `slug text COLLATE "C" PRIMARY KEY, name text COLLATE "C" NOT NULL`;

const CANONICAL = [
  `CREATE TABLE methods (${NAMED})`,
  `CREATE TABLE datasets (${NAMED})`,
  `CREATE TABLE tasks (${NAMED})`,
  `CREATE TABLE metrics (${NAMED}, better text, scale text, category text)`,
];

const SPAN = `field text COLLATE "C" NOT NULL CHECK (field IN ('title', 'abstract')),
    start_offset integer NOT NULL, end_offset integer NOT NULL`;
const READ_FROM = `extraction_id uuid NOT NULL REFERENCES extractions (id) ON DELETE CASCADE,
    paper_id uuid NOT NULL,
    ordinal integer NOT NULL,
    active boolean NOT NULL`;

const READINGS = [
  `CREATE TABLE extractions (
    id uuid PRIMARY KEY,
    document_id uuid NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    paper_id uuid NOT NULL,
    extractor_version text COLLATE "C" NOT NULL,
    active boolean NOT NULL,
    extracted_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (document_id, extractor_version)
  )`,
  'CREATE UNIQUE INDEX extractions_active ON extractions (paper_id) WHERE active',
  'CREATE INDEX extractions_version ON extractions (extractor_version, active, id)',
  `CREATE TABLE mentions (
    ${READ_FROM},
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('dataset', 'method', 'task')),
    slug text COLLATE "C" NOT NULL,
    name text NOT NULL,
    aliases text[] NOT NULL,
    role text COLLATE "C" NOT NULL,
    spans jsonb NOT NULL,
    rule text COLLATE "C" NOT NULL,
    confidence double precision NOT NULL,
    PRIMARY KEY (extraction_id, kind, ordinal)
  )`,
  'CREATE INDEX mentions_slug ON mentions (kind, slug, role, paper_id) WHERE active',
  'CREATE INDEX mentions_paper ON mentions (paper_id, kind, ordinal) WHERE active',
  `CREATE TABLE results (
    id uuid NOT NULL,
    ${READ_FROM},
    quote text NOT NULL,
    ${SPAN},
    value double precision NOT NULL,
    high double precision,
    unit text COLLATE "C" NOT NULL,
    form text COLLATE "C" NOT NULL,
    direction text COLLATE "C",
    better boolean,
    bound text COLLATE "C" NOT NULL,
    metric text,
    category text COLLATE "C" NOT NULL,
    dataset text,
    task text,
    subject text,
    baseline text,
    setting text,
    rule text COLLATE "C" NOT NULL,
    reason text NOT NULL,
    confidence double precision NOT NULL,
    base_value double precision,
    base_high double precision,
    base_unit text COLLATE "C",
    comparable_value double precision,
    gain_factor double precision,
    gain_high double precision,
    gain_kind text COLLATE "C",
    check_status text COLLATE "C" NOT NULL,
    metric_slug text COLLATE "C",
    dataset_slug text COLLATE "C",
    task_slug text COLLATE "C",
    subject_slug text COLLATE "C",
    baseline_slug text COLLATE "C",
    published_on date,
    corrected boolean NOT NULL DEFAULT false,
    PRIMARY KEY (extraction_id, id)
  )`,
  'CREATE UNIQUE INDEX results_id ON results (id) WHERE active',
  'CREATE INDEX results_paper ON results (paper_id, ordinal) WHERE active',
  `CREATE INDEX results_board ON results (dataset_slug, metric_slug, comparable_value, id)
    WHERE active AND dataset_slug IS NOT NULL`,
  `CREATE INDEX results_metric ON results (metric_slug, gain_factor, id)
    WHERE active AND metric_slug IS NOT NULL`,
  `CREATE INDEX results_gain ON results (category, gain_factor, id)
    WHERE active AND gain_factor IS NOT NULL`,
  `CREATE INDEX results_subject ON results (subject_slug, id)
    WHERE active AND subject_slug IS NOT NULL`,
  `CREATE INDEX results_baseline ON results (baseline_slug, id)
    WHERE active AND baseline_slug IS NOT NULL`,
  'CREATE INDEX results_task ON results (task_slug, id) WHERE active AND task_slug IS NOT NULL',
  'CREATE INDEX results_published ON results (published_on, id) WHERE active',
  `CREATE TABLE quantities (
    id uuid NOT NULL,
    ${READ_FROM},
    quote text NOT NULL,
    ${SPAN},
    value double precision NOT NULL,
    unit text COLLATE "C" NOT NULL,
    what text COLLATE "C" NOT NULL,
    rule text COLLATE "C" NOT NULL,
    PRIMARY KEY (extraction_id, id)
  )`,
  'CREATE UNIQUE INDEX quantities_id ON quantities (id) WHERE active',
  'CREATE INDEX quantities_paper ON quantities (paper_id, ordinal) WHERE active',
  'CREATE INDEX quantities_what ON quantities (what, value, id) WHERE active',
  `CREATE TABLE links (
    ${READ_FROM},
    url text NOT NULL,
    kind text COLLATE "C" NOT NULL,
    ${SPAN},
    rule text COLLATE "C" NOT NULL,
    PRIMARY KEY (extraction_id, ordinal)
  )`,
  'CREATE INDEX links_paper ON links (paper_id, ordinal) WHERE active',
];

const RECORDS = [
  `CREATE TABLE ingest_runs (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    origin text NOT NULL,
    origin_key text COLLATE "C" NOT NULL,
    format text,
    status text NOT NULL CHECK (status IN ('running', 'done', 'stopped', 'failed')),
    items bigint NOT NULL DEFAULT 0,
    resume_at text,
    read bigint NOT NULL DEFAULT 0,
    stored bigint NOT NULL DEFAULT 0,
    unchanged bigint NOT NULL DEFAULT 0,
    merged bigint NOT NULL DEFAULT 0,
    rejected bigint NOT NULL DEFAULT 0,
    without_abstract bigint NOT NULL DEFAULT 0,
    error text,
    started_at timestamptz NOT NULL DEFAULT now(),
    heartbeat_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz
  )`,
  'CREATE INDEX ingest_runs_origin ON ingest_runs (origin_key, id)',
  `CREATE TABLE rejects (
    id uuid PRIMARY KEY,
    origin text NOT NULL,
    source text COLLATE "C" NOT NULL,
    position text NOT NULL,
    reason text NOT NULL,
    raw text NOT NULL,
    run_id bigint REFERENCES ingest_runs (id) ON DELETE SET NULL,
    rejected_at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE INDEX rejects_when ON rejects (rejected_at, id)',
  `CREATE TABLE corrections (
    id uuid PRIMARY KEY,
    result_id uuid NOT NULL,
    paper_key text COLLATE "C" NOT NULL,
    content_hash text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL CHECK (status IN ('applied', 'orphaned', 'withdrawn')),
    original jsonb NOT NULL,
    changes jsonb NOT NULL,
    made_by text NOT NULL,
    reason text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE UNIQUE INDEX corrections_applied ON corrections (result_id) WHERE status = 'applied'`,
  'CREATE INDEX corrections_paper ON corrections (paper_key)',
  `CREATE TABLE data_version (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version bigint NOT NULL,
    changed_at timestamptz NOT NULL
  )`,
  'INSERT INTO data_version (version, changed_at) VALUES (0, now())',
];
