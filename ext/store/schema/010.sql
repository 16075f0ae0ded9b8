-- Version 10: erasing a person takes their blocks along keys, and locks nobody else's.
ALTER TABLE `{p}onlinechat_block`
  ADD KEY conversation (conversation), ALGORITHM=INPLACE, LOCK=NONE
