-- Version 6: left messages are lines of the history; lines are found by name, email, phone and date; old ones go.

-- What people are looked up by is compared without case and accents. "mail": the line is a left message, and "left_by"
-- the customer who left it ("customer" is of the one line that holds a customer's conversations).
ALTER TABLE `{p}onlinechat_thread`
  ADD COLUMN mail BIGINT UNSIGNED NULL,
  ADD COLUMN left_by INT UNSIGNED NULL,
  MODIFY COLUMN name VARCHAR(161) COLLATE utf8mb4_unicode_520_ci NOT NULL DEFAULT '',
  MODIFY COLUMN email VARCHAR(255) COLLATE utf8mb4_unicode_520_ci NULL,
  MODIFY COLUMN phone VARCHAR(32) COLLATE utf8mb4_unicode_520_ci NULL,
  ADD UNIQUE KEY mail (mail),
  ADD KEY left_by (shop, left_by),
  ADD KEY name (shop, name(40)),
  ADD KEY email (shop, email(60)),
  ADD KEY phone (shop, phone);

-- The retention period takes the oldest. And who is about to mail unread answers: only they give back what they took.
ALTER TABLE `{p}onlinechat_conversation`
  ADD COLUMN mail_claimer BIGINT UNSIGNED NOT NULL DEFAULT 0,
  ADD KEY age (shop, status, last_at);

INSERT IGNORE INTO `{p}onlinechat_thread` (shop, left_by, mail, name, email, phone, last_text, last_at)
  SELECT shop, customer, id, TRIM(CONCAT(first_name, ' ', last_name)), NULLIF(email, ''), NULLIF(phone, ''),
    LEFT(message, 1000), at FROM `{p}onlinechat_mail`
