-- Which decisions were one transaction: the number of its first. A freed place and who got it stand together.
ALTER TABLE `{p}onlinechat_decision`
  ADD COLUMN `transaction` BIGINT UNSIGNED NOT NULL DEFAULT 0
