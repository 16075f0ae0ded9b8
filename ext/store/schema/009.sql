-- Version 9: a person is looked up by phone without what people put between digits; of lines that are no customer's.
ALTER TABLE `{p}onlinechat_thread`
  ADD COLUMN phone_plain VARCHAR(32) COLLATE utf8mb4_unicode_520_ci NULL
  /*!80012 , ALGORITHM=INSTANT */ /*M!100300 , ALGORITHM=INPLACE, LOCK=NONE */;

ALTER TABLE `{p}onlinechat_thread`
  ADD KEY phone_plain (shop, phone_plain), ALGORITHM=INPLACE, LOCK=NONE;

UPDATE `{p}onlinechat_thread` SET phone_plain = NULLIF(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(phone,
    ' ', ''), '.', ''), '-', ''), '/', ''), '(', ''), ')', ''), '')
  WHERE {each thread} AND phone IS NOT NULL AND customer IS NULL
