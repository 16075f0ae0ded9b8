-- A visitor's sign of life that Redis could not be told.
ALTER TABLE `{p}onlinechat_conversation`
  ADD COLUMN seen_at BIGINT UNSIGNED NOT NULL DEFAULT 0
