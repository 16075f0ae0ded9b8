-- Version 8: the history by the words said in it, and what owners count.

-- Words as they are compared: case and accents are the collation's to fold.
CREATE TABLE IF NOT EXISTS `{p}onlinechat_word` (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  shop INT UNSIGNED NOT NULL,
  word VARCHAR(40) COLLATE utf8mb4_unicode_520_ci NOT NULL,
  -- In how many documents it stands: which of several words to begin with.
  documents INT UNSIGNED NOT NULL DEFAULT 0,
  UNIQUE KEY word (shop, word)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Where a word stands, newest last: a page of hits is a range of this key, however many hits there are.
CREATE TABLE IF NOT EXISTS `{p}onlinechat_posting` (
  word INT UNSIGNED NOT NULL,
  -- Of the document's last message, in seconds.
  at INT UNSIGNED NOT NULL,
  -- An archived conversation, or less than 0: minus the number of a left message.
  document BIGINT NOT NULL,
  PRIMARY KEY (word, at, document)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Archived, but neither searchable nor counted yet: put here by the transaction that archives, taken by the one that digests.
CREATE TABLE IF NOT EXISTS `{p}onlinechat_undigested` (
  shop INT UNSIGNED NOT NULL,
  document BIGINT NOT NULL,
  -- When it was put here.
  at BIGINT UNSIGNED NOT NULL DEFAULT 0,
  PRIMARY KEY (shop, document)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Sums by half hours since 1970 (UTC), so that days begin right in nearly every zone. Operator 0: nobody.
CREATE TABLE IF NOT EXISTS `{p}onlinechat_statistic` (
  shop INT UNSIGNED NOT NULL,
  slot INT UNSIGNED NOT NULL,
  operator INT UNSIGNED NOT NULL DEFAULT 0,
  conversations INT UNSIGNED NOT NULL DEFAULT 0,
  -- Ended while they waited.
  abandoned INT UNSIGNED NOT NULL DEFAULT 0,
  -- Messages left while there was no chat.
  missed INT UNSIGNED NOT NULL DEFAULT 0,
  -- How many have a known waiting time, and the sum.
  waited INT UNSIGNED NOT NULL DEFAULT 0,
  waited_us BIGINT UNSIGNED NOT NULL DEFAULT 0,
  answered INT UNSIGNED NOT NULL DEFAULT 0,
  answer_us BIGINT UNSIGNED NOT NULL DEFAULT 0,
  length_us BIGINT UNSIGNED NOT NULL DEFAULT 0,
  visitor_messages INT UNSIGNED NOT NULL DEFAULT 0,
  operator_messages INT UNSIGNED NOT NULL DEFAULT 0,
  PRIMARY KEY (shop, slot, operator)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- When an operator got it first. A column at the end is added without touching the rows: MariaDB does so by itself where
-- it can, MySQL if told (and takes no LOCK with it, for there is none).
ALTER TABLE `{p}onlinechat_conversation`
  ADD COLUMN assigned_at BIGINT UNSIGNED NOT NULL DEFAULT 0
  /*!80012 , ALGORITHM=INSTANT */ /*M!100300 , ALGORITHM=INPLACE, LOCK=NONE */;

-- Nothing is digested before this version is noted: what was taken is not put here again.
INSERT IGNORE INTO `{p}onlinechat_undigested` (shop, document, at)
  SELECT shop, id, UNIX_TIMESTAMP() * 1000000 FROM `{p}onlinechat_conversation` WHERE {each conversation} AND status = 4;

INSERT IGNORE INTO `{p}onlinechat_undigested` (shop, document, at)
  SELECT shop, -CAST(id AS SIGNED), UNIX_TIMESTAMP() * 1000000 FROM `{p}onlinechat_mail` WHERE {each mail}
