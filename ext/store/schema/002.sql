-- Version 2: several operators. Colleagues who look in, preferences, estimates, blocks, guests who sign in.

ALTER TABLE `{p}onlinechat_shop`
  ADD COLUMN prefer_known TINYINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN prefer_language TINYINT UNSIGNED NOT NULL DEFAULT 0;

-- As the operator gave them: lower case, with commas between.
ALTER TABLE `{p}onlinechat_operator`
  ADD COLUMN languages VARBINARY(255) NOT NULL DEFAULT '';

-- Who served the line last, for the shop that prefers known faces.
ALTER TABLE `{p}onlinechat_thread`
  ADD COLUMN operator INT UNSIGNED NULL;

-- Where it was started from (an IPv6 network as holds count it), so that it can be blocked.
ALTER TABLE `{p}onlinechat_conversation`
  ADD COLUMN address VARBINARY(45) NOT NULL DEFAULT '';

-- What an operator speaks, with what decides between speakers: a choice reads eight rows of one index, however many
-- are online. Changed with the operator's row, in the same transaction.
CREATE TABLE IF NOT EXISTS `{p}onlinechat_speaker` (
  shop INT UNSIGNED NOT NULL,
  operator INT UNSIGNED NOT NULL,
  -- ISO code without its region
  language VARBINARY(3) NOT NULL,
  available TINYINT UNSIGNED NOT NULL DEFAULT 0,
  load_now INT UNSIGNED NOT NULL DEFAULT 0,
  idle_since BIGINT UNSIGNED NOT NULL DEFAULT 0,
  PRIMARY KEY (shop, operator, language),
  KEY choice (shop, language, available, load_now, idle_since, operator)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Colleagues who look in on an ongoing conversation. They take no place.
CREATE TABLE IF NOT EXISTS `{p}onlinechat_assistant` (
  conversation BIGINT UNSIGNED NOT NULL,
  operator INT UNSIGNED NOT NULL,
  shop INT UNSIGNED NOT NULL,
  since BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (conversation, operator),
  KEY operator (shop, operator)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Places freed, by minutes since 1970: what an estimate for those who wait is made of. Kept an hour.
CREATE TABLE IF NOT EXISTS `{p}onlinechat_freed` (
  shop INT UNSIGNED NOT NULL,
  minute INT UNSIGNED NOT NULL,
  places INT UNSIGNED NOT NULL DEFAULT 0,
  PRIMARY KEY (shop, minute)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE IF NOT EXISTS `{p}onlinechat_block` (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  shop INT UNSIGNED NOT NULL,
  -- 1 person ("g:…", "c:…"), 2 address
  what TINYINT UNSIGNED NOT NULL,
  subject VARBINARY(48) NOT NULL,
  name VARCHAR(80) NOT NULL DEFAULT '',
  conversation BIGINT UNSIGNED NOT NULL,
  operator INT UNSIGNED NOT NULL,
  operator_name VARCHAR(80) NOT NULL DEFAULT '',
  reason VARCHAR(255) NOT NULL DEFAULT '',
  at BIGINT UNSIGNED NOT NULL,
  until BIGINT UNSIGNED NOT NULL,
  UNIQUE KEY subject (shop, what, subject),
  KEY due (shop, until)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
