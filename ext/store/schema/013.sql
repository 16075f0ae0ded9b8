-- Version 13: lines of an operator. Whether they had a conversation of a line is one look-up, however many others had
-- some: the newest lines are often of those who come back most. And their lines are read off a key, without reading each
-- conversation.
ALTER TABLE `{p}onlinechat_conversation`
  ADD KEY served (thread, operator, status), DROP KEY board, ADD KEY board (shop, operator, status, thread),
  ALGORITHM=INPLACE, LOCK=NONE
