-- Version 14: an unread answer's letter that fails waits longer from try to try, and is not tried for ever.
ALTER TABLE `{p}onlinechat_conversation`
  ADD COLUMN mail_attempts TINYINT UNSIGNED NOT NULL DEFAULT 0
  /*!80012 , ALGORITHM=INSTANT */ /*M!100300 , ALGORITHM=INPLACE, LOCK=NONE */
