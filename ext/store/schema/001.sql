-- Version 1. "{p}" is the shop's table prefix. Times are whole microseconds since 1970 (UTC):
-- no session time zone can shift them, and the routing row's clock can be compared and stepped.
-- Columns called "visitor" hold role and person as the ticket names them ("g:…", "c:…").

CREATE TABLE IF NOT EXISTS `{p}onlinechat_shop` (
  id INT UNSIGNED NOT NULL PRIMARY KEY,
  settings MEDIUMTEXT NOT NULL,
  version INT UNSIGNED NOT NULL DEFAULT 0,
  maximum INT UNSIGNED NOT NULL DEFAULT 20,
  queue TINYINT UNSIGNED NOT NULL DEFAULT 0,
  queue_limit INT UNSIGNED NOT NULL DEFAULT 100,
  offline_mode TINYINT UNSIGNED NOT NULL DEFAULT 1,
  capacity INT UNSIGNED NOT NULL DEFAULT 4,
  holds_per_address INT UNSIGNED NOT NULL DEFAULT 8,
  -- What the door counts. Changed only under this row's lock (I3).
  ongoing INT UNSIGNED NOT NULL DEFAULT 0,
  waiting INT UNSIGNED NOT NULL DEFAULT 0,
  holds INT UNSIGNED NOT NULL DEFAULT 0,
  -- Operators who can get conversations (online, not away), and the sum of their free capacity.
  present INT UNSIGNED NOT NULL DEFAULT 0,
  free INT UNSIGNED NOT NULL DEFAULT 0,
  decision BIGINT UNSIGNED NOT NULL DEFAULT 0,
  -- The newest decision's time: the shop's time never goes back.
  clock BIGINT UNSIGNED NOT NULL DEFAULT 0,
  -- Nothing in these tables expires before this.
  next_due BIGINT UNSIGNED NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS `{p}onlinechat_operator` (
  shop INT UNSIGNED NOT NULL,
  id INT UNSIGNED NOT NULL,
  name VARCHAR(80) NOT NULL DEFAULT '',
  online TINYINT UNSIGNED NOT NULL DEFAULT 0,
  online_since BIGINT UNSIGNED NOT NULL DEFAULT 0,
  capacity INT UNSIGNED NOT NULL DEFAULT 4,
  load_now INT UNSIGNED NOT NULL DEFAULT 0,
  idle_since BIGINT UNSIGNED NOT NULL DEFAULT 0,
  away_since BIGINT UNSIGNED NULL,
  -- 0 here, 1 away, 2 away and conversations handed on
  away_stage TINYINT UNSIGNED NOT NULL DEFAULT 0,
  -- The database keeps it: no code path can forget it.
  available TINYINT UNSIGNED GENERATED ALWAYS AS (online = 1 AND away_stage = 0 AND load_now < capacity) STORED,
  PRIMARY KEY (shop, id),
  KEY choice (shop, available, load_now, idle_since, id),
  KEY away (shop, away_stage, away_since),
  -- Colleagues are listed by name.
  KEY online (shop, online, name, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS `{p}onlinechat_thread` (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  shop INT UNSIGNED NOT NULL,
  customer INT UNSIGNED NULL,
  name VARCHAR(80) NOT NULL DEFAULT '',
  email VARCHAR(255) NULL,
  phone VARCHAR(32) NULL,
  -- Filled as conversations are archived; a line without any is not shown.
  conversations INT UNSIGNED NOT NULL DEFAULT 0,
  last_text VARCHAR(1000) NOT NULL DEFAULT '',
  last_at BIGINT UNSIGNED NOT NULL DEFAULT 0,
  UNIQUE KEY customer (shop, customer),
  -- last_at is 0 until something is archived.
  KEY line (shop, last_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS `{p}onlinechat_conversation` (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  shop INT UNSIGNED NOT NULL,
  thread BIGINT UNSIGNED NOT NULL,
  visitor VARBINARY(48) NOT NULL,
  name VARCHAR(80) NOT NULL DEFAULT '',
  language VARCHAR(16) NOT NULL DEFAULT '',
  -- 1 waiting, 2 ongoing, 3 finished, 4 archived
  status TINYINT UNSIGNED NOT NULL,
  operator INT UNSIGNED NULL,
  last_number INT UNSIGNED NOT NULL DEFAULT 0,
  revision INT UNSIGNED NOT NULL DEFAULT 1,
  started_at BIGINT UNSIGNED NOT NULL,
  waiting_since BIGINT UNSIGNED NOT NULL DEFAULT 0,
  finished_at BIGINT UNSIGNED NOT NULL DEFAULT 0,
  last_at BIGINT UNSIGNED NOT NULL,
  excerpt VARCHAR(200) NOT NULL DEFAULT '',
  read_visitor INT UNSIGNED NOT NULL DEFAULT 0,
  read_operator INT UNSIGNED NOT NULL DEFAULT 0,
  KEY queue (shop, status, waiting_since, id),
  KEY board (shop, operator, status),
  KEY visitor (shop, visitor, status),
  KEY thread (thread, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS `{p}onlinechat_message` (
  conversation BIGINT UNSIGNED NOT NULL,
  number INT UNSIGNED NOT NULL,
  -- 1 visitor, 2 operator, 3 note
  author TINYINT UNSIGNED NOT NULL,
  operator INT UNSIGNED NULL,
  name VARCHAR(80) NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  at BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (conversation, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS `{p}onlinechat_hold` (
  shop INT UNSIGNED NOT NULL,
  visitor VARBINARY(48) NOT NULL,
  address VARBINARY(45) NOT NULL,
  since BIGINT UNSIGNED NOT NULL,
  until BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (shop, visitor),
  KEY due (shop, until),
  KEY address (shop, address)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS `{p}onlinechat_outcome` (
  shop INT UNSIGNED NOT NULL,
  actor VARBINARY(48) NOT NULL,
  action TINYINT UNSIGNED NOT NULL,
  `key` BINARY(16) NOT NULL,
  -- First 16 bytes of SHA-256 over what was asked.
  body BINARY(16) NOT NULL,
  answer VARBINARY(512) NOT NULL,
  at BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (shop, actor, action, `key`),
  KEY age (shop, at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS `{p}onlinechat_decision` (
  shop INT UNSIGNED NOT NULL,
  number BIGINT UNSIGNED NOT NULL,
  at BIGINT UNSIGNED NOT NULL,
  event VARCHAR(16) NOT NULL,
  rule VARCHAR(24) NOT NULL,
  outcome VARCHAR(12) NOT NULL,
  actor VARBINARY(48) NOT NULL,
  conversation BIGINT UNSIGNED NULL,
  status TINYINT UNSIGNED NULL,
  operator_before INT UNSIGNED NULL,
  operator INT UNSIGNED NULL,
  -- The counts after it.
  maximum INT UNSIGNED NOT NULL,
  ongoing INT UNSIGNED NOT NULL,
  waiting INT UNSIGNED NOT NULL,
  holds INT UNSIGNED NOT NULL,
  free INT UNSIGNED NOT NULL,
  -- "employee:load/capacity@idle_since …", the best eight as they stood
  candidates VARBINARY(512) NOT NULL DEFAULT '',
  detail VARBINARY(255) NOT NULL DEFAULT '',
  PRIMARY KEY (shop, number),
  KEY age (shop, at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS `{p}onlinechat_revocation` (
  shop INT UNSIGNED NOT NULL,
  -- visitor or operator, "/" and the session
  subject VARBINARY(128) NOT NULL,
  -- Tickets issued up to this time are refused.
  at BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (shop, subject)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS `{p}onlinechat_schema` (
  version INT UNSIGNED NOT NULL PRIMARY KEY,
  at BIGINT UNSIGNED NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
