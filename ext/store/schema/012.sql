-- Version 12: a search asks whether a line has a newer hit. Its conversations are gone through by time, from the newest on.
ALTER TABLE `{p}onlinechat_conversation`
  ADD KEY thread_at (thread, last_at), ALGORITHM=INPLACE, LOCK=NONE
