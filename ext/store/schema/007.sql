-- Opening hours as routing reads them: the week, the zone's offsets and the holidays in numbers (core/oc_hours.h).
ALTER TABLE `{p}onlinechat_shop`
  ADD COLUMN hours VARBINARY(6000) NOT NULL DEFAULT ''
