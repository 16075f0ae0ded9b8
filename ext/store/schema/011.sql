-- Version 11: pages of the history along an index, whatever sort of lines is asked for.

-- 0 a customer's line, 1 a guest's, 2 a message that a customer left, 3 any other left message. What it is made of never
-- changes, so that the database fills it in as the line is made. Not a generated column: MariaDB adds no further column
-- to a table online where an index has one.
ALTER TABLE `{p}onlinechat_thread`
  ADD COLUMN sort TINYINT UNSIGNED NOT NULL DEFAULT 0
  /*!80012 , ALGORITHM=INSTANT */ /*M!100300 , ALGORITHM=INPLACE, LOCK=NONE */;

ALTER TABLE `{p}onlinechat_thread`
  ALTER COLUMN sort SET DEFAULT (IF(mail IS NULL, 0, 2) + IF(customer IS NULL AND left_by IS NULL, 1, 0)),
  ALGORITHM=INPLACE, LOCK=NONE;

UPDATE `{p}onlinechat_thread` SET sort = DEFAULT
  WHERE {each thread};

ALTER TABLE `{p}onlinechat_thread`
  ADD KEY sort (shop, sort, last_at), ALGORITHM=INPLACE, LOCK=NONE;

ALTER TABLE `{p}onlinechat_thread`
  ADD KEY left_by_at (shop, left_by, last_at), DROP KEY left_by, ALGORITHM=INPLACE, LOCK=NONE
