-- Version 3: messages left while there is no chat, and answers that go by mail.

CREATE TABLE IF NOT EXISTS `{p}onlinechat_mail` (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  shop INT UNSIGNED NOT NULL,
  customer INT UNSIGNED NULL,
  first_name VARCHAR(80) NOT NULL DEFAULT '',
  last_name VARCHAR(80) NOT NULL DEFAULT '',
  email VARCHAR(255) NOT NULL DEFAULT '',
  phone VARCHAR(32) NOT NULL DEFAULT '',
  message TEXT NOT NULL,
  language VARCHAR(16) NOT NULL DEFAULT '',
  -- The conversation that waited when it was left, 0 none.
  conversation BIGINT UNSIGNED NOT NULL DEFAULT 0,
  at BIGINT UNSIGNED NOT NULL,
  -- 1 new, 2 sent, 3 failed, 4 off (kept, not mailed)
  state TINYINT UNSIGNED NOT NULL DEFAULT 1,
  reason VARCHAR(255) NOT NULL DEFAULT '',
  attempts INT UNSIGNED NOT NULL DEFAULT 0,
  -- When it is to be sent (again); NULL: not any more.
  due_at BIGINT UNSIGNED NULL,
  -- Who sends it now: a link and when it took it.
  claim BIGINT UNSIGNED NOT NULL DEFAULT 0,
  claim_at BIGINT UNSIGNED NOT NULL DEFAULT 0,
  KEY due (shop, due_at),
  KEY age (shop, at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- Up to which number answers went by mail, and until when somebody is about to.
ALTER TABLE `{p}onlinechat_conversation`
  ADD COLUMN mailed INT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN mail_claim BIGINT UNSIGNED NOT NULL DEFAULT 0,
  ADD KEY ended (shop, finished_at)
