/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 6366573f363d9802472ce40f090db35ec9d38298 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_OnlineChat_Identity___construct, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, role, OnlineChat\\Role, 0)
	ZEND_ARG_TYPE_INFO(0, person, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, name, IS_STRING, 0, "\"\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, language, IS_STRING, 0, "\"\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, session, IS_STRING, 0, "\"\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, supervisor, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, email, IS_STRING, 0, "\"\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, phone, IS_STRING, 0, "\"\"")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_OnlineChat_Ticket___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Ticket_make, 0, 1, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, seconds, IS_LONG, 0, "600")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Ticket_verify, 0, 1, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, ticket, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Ticket_renew, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, ticket, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, seconds, IS_LONG, 0, "600")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Ticket_revoke, 0, 1, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_OnlineChat_Chat___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, options, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Chat_migrate, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_OnlineChat_Chat_schema arginfo_class_OnlineChat_Chat_migrate

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Chat_publish, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, settings, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Chat_settings, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Chat_router, 0, 0, OnlineChat\\Router, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Chat_conversations, 0, 0, OnlineChat\\Conversations, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Chat_history, 0, 0, OnlineChat\\History, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Chat_presence, 0, 0, OnlineChat\\Presence, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Chat_mailbox, 0, 0, OnlineChat\\Mailbox, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Chat_tickets, 0, 0, OnlineChat\\Ticket, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Chat_admit, 0, 3, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 1)
	ZEND_ARG_TYPE_INFO(0, address, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, action, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_OnlineChat_Chat_health arginfo_class_OnlineChat_Chat_settings

#define arginfo_class_OnlineChat_Chat_shops arginfo_class_OnlineChat_Chat_settings

#define arginfo_class_OnlineChat_Chat_kept arginfo_class_OnlineChat_Chat_settings

#define arginfo_class_OnlineChat_Chat_endAll arginfo_class_OnlineChat_Chat_migrate

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Chat_eraseAll, 0, 0, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 0, "100")
ZEND_END_ARG_INFO()

#define arginfo_class_OnlineChat_Router___construct arginfo_class_OnlineChat_Ticket___construct

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Router_online, 0, 2, OnlineChat\\Placement, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, name, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, capacity, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, languages, IS_ARRAY, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Router_offline, 0, 2, OnlineChat\\Placement, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, mode, OnlineChat\\SignOff, 0, "OnlineChat\\SignOff::Ask")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Router_hold, 0, 2, OnlineChat\\Placement, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, address, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_OnlineChat_Router_release arginfo_class_OnlineChat_Ticket_revoke

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Router_start, 0, 4, OnlineChat\\Placement, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, text, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, address, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, about, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, first, _IS_BOOL, 0, "true")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Router_adopt, 0, 3, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, from, OnlineChat\\Identity, 0)
	ZEND_ARG_OBJ_INFO(0, to, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Router_take, 0, 3, OnlineChat\\Placement, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, conversation, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Router_transfer, 0, 4, OnlineChat\\Placement, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, conversation, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, operator, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, note, IS_STRING, 0, "\"\"")
ZEND_END_ARG_INFO()

#define arginfo_class_OnlineChat_Router_invite arginfo_class_OnlineChat_Router_transfer

#define arginfo_class_OnlineChat_Router_leave arginfo_class_OnlineChat_Router_take

#define arginfo_class_OnlineChat_Router_end arginfo_class_OnlineChat_Router_take

#define arginfo_class_OnlineChat_Router_reopen arginfo_class_OnlineChat_Router_take

#define arginfo_class_OnlineChat_Router_sweep arginfo_class_OnlineChat_Chat_migrate

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Router_board, 0, 1, OnlineChat\\Board, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Router_overview, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, after, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 0, "100")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Router_block, 0, 5, OnlineChat\\Placement, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, conversation, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, what, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, seconds, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reason, IS_STRING, 0, "\"\"")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Router_unblock, 0, 2, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, block, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Router_blocks, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 0, "100")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Router_decisions, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, after, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 0, "100")
ZEND_END_ARG_INFO()

#define arginfo_class_OnlineChat_Conversations___construct arginfo_class_OnlineChat_Ticket___construct

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Conversations_post, 0, 4, OnlineChat\\Posted, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, conversation, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, text, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, seen, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Conversations_read, 0, 2, OnlineChat\\Messages, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, conversation, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, after, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 0, "100")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Conversations_current, 0, 1, IS_LONG, 1)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Conversations_typing, 0, 2, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, conversation, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, typing, _IS_BOOL, 0, "true")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Conversations_seen, 0, 3, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, conversation, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, number, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Conversations_poll, 0, 6, OnlineChat\\\125pdate, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, address, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, stream, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, conversation, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, after, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, revision, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, typing, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, hidden, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Conversations_watch, 0, 4, OnlineChat\\\125pdate, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, address, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, stream, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, cursor, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, typing, IS_STRING, 0, "\"\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, hidden, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

#define arginfo_class_OnlineChat_Presence___construct arginfo_class_OnlineChat_Ticket___construct

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_Presence_status, 0, 0, OnlineChat\\ShopStatus, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, path, IS_STRING, 0, "\"\"")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Presence_gone, 0, 2, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, stream, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, conversation, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Presence_here, 0, 1, IS_ARRAY, 1)
	ZEND_ARG_TYPE_INFO(0, conversations, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Presence_visit, 0, 4, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, url, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, title, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, agent, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Presence_trail, 0, 2, IS_ARRAY, 1)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, conversation, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_OnlineChat_HistoryExport___construct arginfo_class_OnlineChat_Ticket___construct

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_OnlineChat_HistoryExport_current, 0, 0, OnlineChat\\Thread|OnlineChat\\Messages, MAY_BE_NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_HistoryExport_key, 0, 0, IS_LONG, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_HistoryExport_next, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_OnlineChat_HistoryExport_rewind arginfo_class_OnlineChat_HistoryExport_next

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_HistoryExport_valid, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_OnlineChat_History___construct arginfo_class_OnlineChat_Ticket___construct

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_History_find, 0, 1, OnlineChat\\HistoryPage, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, filter, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 0, "50")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, cursor, IS_STRING, 0, "\"\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, offset, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, oldestFirst, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_History_messages, 0, 2, OnlineChat\\HistoryPart, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 1)
	ZEND_ARG_TYPE_INFO(0, thread, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, cursor, IS_STRING, 0, "\"\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 0, "500")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, all, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_History_earlier, 0, 2, OnlineChat\\HistoryPart, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, thread, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, cursor, IS_STRING, 0, "\"\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 0, "100")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_History_offline, 0, 2, OnlineChat\\OfflineMessage, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, thread, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_History_delete, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, threads, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_OnlineChat_History_export, 0, 2, OnlineChat\\HistoryExport, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 1)
	ZEND_ARG_TYPE_INFO(0, customer, IS_LONG, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, email, IS_STRING, 0, "\"\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, phone, IS_STRING, 0, "\"\"")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_History_erase, 0, 2, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 1)
	ZEND_ARG_TYPE_INFO(0, customer, IS_LONG, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, email, IS_STRING, 0, "\"\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, phone, IS_STRING, 0, "\"\"")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_History_statistics, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, bounds, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_History_expire, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, before, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 0, "100")
ZEND_END_ARG_INFO()

#define arginfo_class_OnlineChat_History_digest arginfo_class_OnlineChat_Chat_eraseAll

#define arginfo_class_OnlineChat_Mailbox___construct arginfo_class_OnlineChat_Ticket___construct

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Mailbox_leave, 0, 5, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 1)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, address, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, fields, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, language, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, conversation, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Mailbox_due, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 0, "20")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Mailbox_mailed, 0, 2, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, id, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, state, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reason, IS_STRING, 0, "\"\"")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Mailbox_again, 0, 2, IS_VOID, 0)
	ZEND_ARG_OBJ_INFO(0, who, OnlineChat\\Identity, 0)
	ZEND_ARG_TYPE_INFO(0, id, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_OnlineChat_Mailbox_unread arginfo_class_OnlineChat_Mailbox_due

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Mailbox_answered, 0, 2, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, conversation, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, upTo, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Mailbox_unanswered, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, conversation, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_OnlineChat_Pattern_problem, 0, 1, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO(0, pattern, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_OnlineChat_Pattern_first, 0, 2, MAY_BE_LONG|MAY_BE_NULL|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, patterns, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, subject, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_OnlineChat_Gateway___construct arginfo_class_OnlineChat_Chat___construct

#define arginfo_class_OnlineChat_Gateway_run arginfo_class_OnlineChat_HistoryExport_next

#define arginfo_class_OnlineChat_Gateway_stop arginfo_class_OnlineChat_HistoryExport_next

#define arginfo_class_OnlineChat_Gateway_check arginfo_class_OnlineChat_Chat_settings


ZEND_METHOD(OnlineChat_Identity, __construct);
ZEND_METHOD(OnlineChat_Ticket, __construct);
ZEND_METHOD(OnlineChat_Ticket, make);
ZEND_METHOD(OnlineChat_Ticket, verify);
ZEND_METHOD(OnlineChat_Ticket, renew);
ZEND_METHOD(OnlineChat_Ticket, revoke);
ZEND_METHOD(OnlineChat_Chat, __construct);
ZEND_METHOD(OnlineChat_Chat, migrate);
ZEND_METHOD(OnlineChat_Chat, schema);
ZEND_METHOD(OnlineChat_Chat, publish);
ZEND_METHOD(OnlineChat_Chat, settings);
ZEND_METHOD(OnlineChat_Chat, router);
ZEND_METHOD(OnlineChat_Chat, conversations);
ZEND_METHOD(OnlineChat_Chat, history);
ZEND_METHOD(OnlineChat_Chat, presence);
ZEND_METHOD(OnlineChat_Chat, mailbox);
ZEND_METHOD(OnlineChat_Chat, tickets);
ZEND_METHOD(OnlineChat_Chat, admit);
ZEND_METHOD(OnlineChat_Chat, health);
ZEND_METHOD(OnlineChat_Chat, shops);
ZEND_METHOD(OnlineChat_Chat, kept);
ZEND_METHOD(OnlineChat_Chat, endAll);
ZEND_METHOD(OnlineChat_Chat, eraseAll);
ZEND_METHOD(OnlineChat_Router, __construct);
ZEND_METHOD(OnlineChat_Router, online);
ZEND_METHOD(OnlineChat_Router, offline);
ZEND_METHOD(OnlineChat_Router, hold);
ZEND_METHOD(OnlineChat_Router, release);
ZEND_METHOD(OnlineChat_Router, start);
ZEND_METHOD(OnlineChat_Router, adopt);
ZEND_METHOD(OnlineChat_Router, take);
ZEND_METHOD(OnlineChat_Router, transfer);
ZEND_METHOD(OnlineChat_Router, invite);
ZEND_METHOD(OnlineChat_Router, leave);
ZEND_METHOD(OnlineChat_Router, end);
ZEND_METHOD(OnlineChat_Router, reopen);
ZEND_METHOD(OnlineChat_Router, sweep);
ZEND_METHOD(OnlineChat_Router, board);
ZEND_METHOD(OnlineChat_Router, overview);
ZEND_METHOD(OnlineChat_Router, block);
ZEND_METHOD(OnlineChat_Router, unblock);
ZEND_METHOD(OnlineChat_Router, blocks);
ZEND_METHOD(OnlineChat_Router, decisions);
ZEND_METHOD(OnlineChat_Conversations, __construct);
ZEND_METHOD(OnlineChat_Conversations, post);
ZEND_METHOD(OnlineChat_Conversations, read);
ZEND_METHOD(OnlineChat_Conversations, current);
ZEND_METHOD(OnlineChat_Conversations, typing);
ZEND_METHOD(OnlineChat_Conversations, seen);
ZEND_METHOD(OnlineChat_Conversations, poll);
ZEND_METHOD(OnlineChat_Conversations, watch);
ZEND_METHOD(OnlineChat_Presence, __construct);
ZEND_METHOD(OnlineChat_Presence, status);
ZEND_METHOD(OnlineChat_Presence, gone);
ZEND_METHOD(OnlineChat_Presence, here);
ZEND_METHOD(OnlineChat_Presence, visit);
ZEND_METHOD(OnlineChat_Presence, trail);
ZEND_METHOD(OnlineChat_HistoryExport, __construct);
ZEND_METHOD(OnlineChat_HistoryExport, current);
ZEND_METHOD(OnlineChat_HistoryExport, key);
ZEND_METHOD(OnlineChat_HistoryExport, next);
ZEND_METHOD(OnlineChat_HistoryExport, rewind);
ZEND_METHOD(OnlineChat_HistoryExport, valid);
ZEND_METHOD(OnlineChat_History, __construct);
ZEND_METHOD(OnlineChat_History, find);
ZEND_METHOD(OnlineChat_History, messages);
ZEND_METHOD(OnlineChat_History, earlier);
ZEND_METHOD(OnlineChat_History, offline);
ZEND_METHOD(OnlineChat_History, delete);
ZEND_METHOD(OnlineChat_History, export);
ZEND_METHOD(OnlineChat_History, erase);
ZEND_METHOD(OnlineChat_History, statistics);
ZEND_METHOD(OnlineChat_History, expire);
ZEND_METHOD(OnlineChat_History, digest);
ZEND_METHOD(OnlineChat_Mailbox, __construct);
ZEND_METHOD(OnlineChat_Mailbox, leave);
ZEND_METHOD(OnlineChat_Mailbox, due);
ZEND_METHOD(OnlineChat_Mailbox, mailed);
ZEND_METHOD(OnlineChat_Mailbox, again);
ZEND_METHOD(OnlineChat_Mailbox, unread);
ZEND_METHOD(OnlineChat_Mailbox, answered);
ZEND_METHOD(OnlineChat_Mailbox, unanswered);
ZEND_METHOD(OnlineChat_Pattern, problem);
ZEND_METHOD(OnlineChat_Pattern, first);
ZEND_METHOD(OnlineChat_Gateway, __construct);
ZEND_METHOD(OnlineChat_Gateway, run);
ZEND_METHOD(OnlineChat_Gateway, stop);
ZEND_METHOD(OnlineChat_Gateway, check);


static const zend_function_entry class_OnlineChat_Role_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Status_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Author_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Outcome_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_SignOff_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Mode_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Exception_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_StoreUnavailable_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_OutcomeUnknown_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_SchemaMismatch_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_InvalidValue_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_InvalidTicket_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_NotAllowed_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Blocked_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_NotFound_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_KeyReused_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_RateLimited_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Identity_methods[] = {
	ZEND_ME(OnlineChat_Identity, __construct, arginfo_class_OnlineChat_Identity___construct, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Ticket_methods[] = {
	ZEND_ME(OnlineChat_Ticket, __construct, arginfo_class_OnlineChat_Ticket___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(OnlineChat_Ticket, make, arginfo_class_OnlineChat_Ticket_make, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Ticket, verify, arginfo_class_OnlineChat_Ticket_verify, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Ticket, renew, arginfo_class_OnlineChat_Ticket_renew, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Ticket, revoke, arginfo_class_OnlineChat_Ticket_revoke, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Placement_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Message_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Messages_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Posted_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Conversation_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Operator_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Board_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Block_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Update_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_ShopStatus_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Thread_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_HistoryPage_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Statistics_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_HistoryPart_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_OfflineMessage_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_UnreadAnswer_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Chat_methods[] = {
	ZEND_ME(OnlineChat_Chat, __construct, arginfo_class_OnlineChat_Chat___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Chat, migrate, arginfo_class_OnlineChat_Chat_migrate, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Chat, schema, arginfo_class_OnlineChat_Chat_schema, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Chat, publish, arginfo_class_OnlineChat_Chat_publish, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Chat, settings, arginfo_class_OnlineChat_Chat_settings, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Chat, router, arginfo_class_OnlineChat_Chat_router, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Chat, conversations, arginfo_class_OnlineChat_Chat_conversations, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Chat, history, arginfo_class_OnlineChat_Chat_history, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Chat, presence, arginfo_class_OnlineChat_Chat_presence, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Chat, mailbox, arginfo_class_OnlineChat_Chat_mailbox, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Chat, tickets, arginfo_class_OnlineChat_Chat_tickets, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Chat, admit, arginfo_class_OnlineChat_Chat_admit, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Chat, health, arginfo_class_OnlineChat_Chat_health, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Chat, shops, arginfo_class_OnlineChat_Chat_shops, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Chat, kept, arginfo_class_OnlineChat_Chat_kept, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Chat, endAll, arginfo_class_OnlineChat_Chat_endAll, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Chat, eraseAll, arginfo_class_OnlineChat_Chat_eraseAll, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Router_methods[] = {
	ZEND_ME(OnlineChat_Router, __construct, arginfo_class_OnlineChat_Router___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(OnlineChat_Router, online, arginfo_class_OnlineChat_Router_online, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, offline, arginfo_class_OnlineChat_Router_offline, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, hold, arginfo_class_OnlineChat_Router_hold, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, release, arginfo_class_OnlineChat_Router_release, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, start, arginfo_class_OnlineChat_Router_start, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, adopt, arginfo_class_OnlineChat_Router_adopt, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, take, arginfo_class_OnlineChat_Router_take, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, transfer, arginfo_class_OnlineChat_Router_transfer, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, invite, arginfo_class_OnlineChat_Router_invite, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, leave, arginfo_class_OnlineChat_Router_leave, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, end, arginfo_class_OnlineChat_Router_end, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, reopen, arginfo_class_OnlineChat_Router_reopen, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, sweep, arginfo_class_OnlineChat_Router_sweep, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, board, arginfo_class_OnlineChat_Router_board, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, overview, arginfo_class_OnlineChat_Router_overview, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, block, arginfo_class_OnlineChat_Router_block, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, unblock, arginfo_class_OnlineChat_Router_unblock, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, blocks, arginfo_class_OnlineChat_Router_blocks, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Router, decisions, arginfo_class_OnlineChat_Router_decisions, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Conversations_methods[] = {
	ZEND_ME(OnlineChat_Conversations, __construct, arginfo_class_OnlineChat_Conversations___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(OnlineChat_Conversations, post, arginfo_class_OnlineChat_Conversations_post, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Conversations, read, arginfo_class_OnlineChat_Conversations_read, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Conversations, current, arginfo_class_OnlineChat_Conversations_current, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Conversations, typing, arginfo_class_OnlineChat_Conversations_typing, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Conversations, seen, arginfo_class_OnlineChat_Conversations_seen, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Conversations, poll, arginfo_class_OnlineChat_Conversations_poll, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Conversations, watch, arginfo_class_OnlineChat_Conversations_watch, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Presence_methods[] = {
	ZEND_ME(OnlineChat_Presence, __construct, arginfo_class_OnlineChat_Presence___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(OnlineChat_Presence, status, arginfo_class_OnlineChat_Presence_status, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Presence, gone, arginfo_class_OnlineChat_Presence_gone, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Presence, here, arginfo_class_OnlineChat_Presence_here, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Presence, visit, arginfo_class_OnlineChat_Presence_visit, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Presence, trail, arginfo_class_OnlineChat_Presence_trail, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_HistoryExport_methods[] = {
	ZEND_ME(OnlineChat_HistoryExport, __construct, arginfo_class_OnlineChat_HistoryExport___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(OnlineChat_HistoryExport, current, arginfo_class_OnlineChat_HistoryExport_current, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_HistoryExport, key, arginfo_class_OnlineChat_HistoryExport_key, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_HistoryExport, next, arginfo_class_OnlineChat_HistoryExport_next, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_HistoryExport, rewind, arginfo_class_OnlineChat_HistoryExport_rewind, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_HistoryExport, valid, arginfo_class_OnlineChat_HistoryExport_valid, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_History_methods[] = {
	ZEND_ME(OnlineChat_History, __construct, arginfo_class_OnlineChat_History___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(OnlineChat_History, find, arginfo_class_OnlineChat_History_find, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_History, messages, arginfo_class_OnlineChat_History_messages, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_History, earlier, arginfo_class_OnlineChat_History_earlier, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_History, offline, arginfo_class_OnlineChat_History_offline, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_History, delete, arginfo_class_OnlineChat_History_delete, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_History, export, arginfo_class_OnlineChat_History_export, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_History, erase, arginfo_class_OnlineChat_History_erase, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_History, statistics, arginfo_class_OnlineChat_History_statistics, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_History, expire, arginfo_class_OnlineChat_History_expire, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_History, digest, arginfo_class_OnlineChat_History_digest, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Mailbox_methods[] = {
	ZEND_ME(OnlineChat_Mailbox, __construct, arginfo_class_OnlineChat_Mailbox___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(OnlineChat_Mailbox, leave, arginfo_class_OnlineChat_Mailbox_leave, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Mailbox, due, arginfo_class_OnlineChat_Mailbox_due, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Mailbox, mailed, arginfo_class_OnlineChat_Mailbox_mailed, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Mailbox, again, arginfo_class_OnlineChat_Mailbox_again, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Mailbox, unread, arginfo_class_OnlineChat_Mailbox_unread, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Mailbox, answered, arginfo_class_OnlineChat_Mailbox_answered, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Mailbox, unanswered, arginfo_class_OnlineChat_Mailbox_unanswered, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Pattern_methods[] = {
	ZEND_ME(OnlineChat_Pattern, problem, arginfo_class_OnlineChat_Pattern_problem, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(OnlineChat_Pattern, first, arginfo_class_OnlineChat_Pattern_first, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};


static const zend_function_entry class_OnlineChat_Gateway_methods[] = {
	ZEND_ME(OnlineChat_Gateway, __construct, arginfo_class_OnlineChat_Gateway___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Gateway, run, arginfo_class_OnlineChat_Gateway_run, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Gateway, stop, arginfo_class_OnlineChat_Gateway_stop, ZEND_ACC_PUBLIC)
	ZEND_ME(OnlineChat_Gateway, check, arginfo_class_OnlineChat_Gateway_check, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_OnlineChat_Role(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("OnlineChat\\Role", IS_STRING, class_OnlineChat_Role_methods);

	zval enum_case_Guest_value;
	zend_string *enum_case_Guest_value_str = zend_string_init("guest", strlen("guest"), 1);
	ZVAL_STR(&enum_case_Guest_value, enum_case_Guest_value_str);
	zend_enum_add_case_cstr(class_entry, "Guest", &enum_case_Guest_value);

	zval enum_case_Customer_value;
	zend_string *enum_case_Customer_value_str = zend_string_init("customer", strlen("customer"), 1);
	ZVAL_STR(&enum_case_Customer_value, enum_case_Customer_value_str);
	zend_enum_add_case_cstr(class_entry, "Customer", &enum_case_Customer_value);

	zval enum_case_Operator_value;
	zend_string *enum_case_Operator_value_str = zend_string_init("operator", strlen("operator"), 1);
	ZVAL_STR(&enum_case_Operator_value, enum_case_Operator_value_str);
	zend_enum_add_case_cstr(class_entry, "Operator", &enum_case_Operator_value);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Status(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("OnlineChat\\Status", IS_STRING, class_OnlineChat_Status_methods);

	zval enum_case_Waiting_value;
	zend_string *enum_case_Waiting_value_str = zend_string_init("waiting", strlen("waiting"), 1);
	ZVAL_STR(&enum_case_Waiting_value, enum_case_Waiting_value_str);
	zend_enum_add_case_cstr(class_entry, "Waiting", &enum_case_Waiting_value);

	zval enum_case_Ongoing_value;
	zend_string *enum_case_Ongoing_value_str = zend_string_init("ongoing", strlen("ongoing"), 1);
	ZVAL_STR(&enum_case_Ongoing_value, enum_case_Ongoing_value_str);
	zend_enum_add_case_cstr(class_entry, "Ongoing", &enum_case_Ongoing_value);

	zval enum_case_Finished_value;
	zend_string *enum_case_Finished_value_str = zend_string_init("finished", strlen("finished"), 1);
	ZVAL_STR(&enum_case_Finished_value, enum_case_Finished_value_str);
	zend_enum_add_case_cstr(class_entry, "Finished", &enum_case_Finished_value);

	zval enum_case_Archived_value;
	zend_string *enum_case_Archived_value_str = zend_string_init("archived", strlen("archived"), 1);
	ZVAL_STR(&enum_case_Archived_value, enum_case_Archived_value_str);
	zend_enum_add_case_cstr(class_entry, "Archived", &enum_case_Archived_value);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Author(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("OnlineChat\\Author", IS_STRING, class_OnlineChat_Author_methods);

	zval enum_case_Visitor_value;
	zend_string *enum_case_Visitor_value_str = zend_string_init("visitor", strlen("visitor"), 1);
	ZVAL_STR(&enum_case_Visitor_value, enum_case_Visitor_value_str);
	zend_enum_add_case_cstr(class_entry, "Visitor", &enum_case_Visitor_value);

	zval enum_case_Operator_value;
	zend_string *enum_case_Operator_value_str = zend_string_init("operator", strlen("operator"), 1);
	ZVAL_STR(&enum_case_Operator_value, enum_case_Operator_value_str);
	zend_enum_add_case_cstr(class_entry, "Operator", &enum_case_Operator_value);

	zval enum_case_Note_value;
	zend_string *enum_case_Note_value_str = zend_string_init("note", strlen("note"), 1);
	ZVAL_STR(&enum_case_Note_value, enum_case_Note_value_str);
	zend_enum_add_case_cstr(class_entry, "Note", &enum_case_Note_value);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Outcome(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("OnlineChat\\Outcome", IS_STRING, class_OnlineChat_Outcome_methods);

	zval enum_case_Assigned_value;
	zend_string *enum_case_Assigned_value_str = zend_string_init("assigned", strlen("assigned"), 1);
	ZVAL_STR(&enum_case_Assigned_value, enum_case_Assigned_value_str);
	zend_enum_add_case_cstr(class_entry, "Assigned", &enum_case_Assigned_value);

	zval enum_case_Waiting_value;
	zend_string *enum_case_Waiting_value_str = zend_string_init("waiting", strlen("waiting"), 1);
	ZVAL_STR(&enum_case_Waiting_value, enum_case_Waiting_value_str);
	zend_enum_add_case_cstr(class_entry, "Waiting", &enum_case_Waiting_value);

	zval enum_case_Full_value;
	zend_string *enum_case_Full_value_str = zend_string_init("full", strlen("full"), 1);
	ZVAL_STR(&enum_case_Full_value, enum_case_Full_value_str);
	zend_enum_add_case_cstr(class_entry, "Full", &enum_case_Full_value);

	zval enum_case_Closed_value;
	zend_string *enum_case_Closed_value_str = zend_string_init("closed", strlen("closed"), 1);
	ZVAL_STR(&enum_case_Closed_value, enum_case_Closed_value_str);
	zend_enum_add_case_cstr(class_entry, "Closed", &enum_case_Closed_value);

	zval enum_case_Held_value;
	zend_string *enum_case_Held_value_str = zend_string_init("held", strlen("held"), 1);
	ZVAL_STR(&enum_case_Held_value, enum_case_Held_value_str);
	zend_enum_add_case_cstr(class_entry, "Held", &enum_case_Held_value);

	zval enum_case_Done_value;
	zend_string *enum_case_Done_value_str = zend_string_init("done", strlen("done"), 1);
	ZVAL_STR(&enum_case_Done_value, enum_case_Done_value_str);
	zend_enum_add_case_cstr(class_entry, "Done", &enum_case_Done_value);

	zval enum_case_Posted_value;
	zend_string *enum_case_Posted_value_str = zend_string_init("posted", strlen("posted"), 1);
	ZVAL_STR(&enum_case_Posted_value, enum_case_Posted_value_str);
	zend_enum_add_case_cstr(class_entry, "Posted", &enum_case_Posted_value);

	zval enum_case_Conflict_value;
	zend_string *enum_case_Conflict_value_str = zend_string_init("conflict", strlen("conflict"), 1);
	ZVAL_STR(&enum_case_Conflict_value, enum_case_Conflict_value_str);
	zend_enum_add_case_cstr(class_entry, "Conflict", &enum_case_Conflict_value);

	zval enum_case_Archived_value;
	zend_string *enum_case_Archived_value_str = zend_string_init("archived", strlen("archived"), 1);
	ZVAL_STR(&enum_case_Archived_value, enum_case_Archived_value_str);
	zend_enum_add_case_cstr(class_entry, "Archived", &enum_case_Archived_value);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_SignOff(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("OnlineChat\\SignOff", IS_STRING, class_OnlineChat_SignOff_methods);

	zval enum_case_Ask_value;
	zend_string *enum_case_Ask_value_str = zend_string_init("ask", strlen("ask"), 1);
	ZVAL_STR(&enum_case_Ask_value, enum_case_Ask_value_str);
	zend_enum_add_case_cstr(class_entry, "Ask", &enum_case_Ask_value);

	zval enum_case_End_value;
	zend_string *enum_case_End_value_str = zend_string_init("end", strlen("end"), 1);
	ZVAL_STR(&enum_case_End_value, enum_case_End_value_str);
	zend_enum_add_case_cstr(class_entry, "End", &enum_case_End_value);

	zval enum_case_HandOver_value;
	zend_string *enum_case_HandOver_value_str = zend_string_init("hand_over", strlen("hand_over"), 1);
	ZVAL_STR(&enum_case_HandOver_value, enum_case_HandOver_value_str);
	zend_enum_add_case_cstr(class_entry, "HandOver", &enum_case_HandOver_value);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Mode(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("OnlineChat\\Mode", IS_STRING, class_OnlineChat_Mode_methods);

	zval enum_case_Chat_value;
	zend_string *enum_case_Chat_value_str = zend_string_init("chat", strlen("chat"), 1);
	ZVAL_STR(&enum_case_Chat_value, enum_case_Chat_value_str);
	zend_enum_add_case_cstr(class_entry, "Chat", &enum_case_Chat_value);

	zval enum_case_Queue_value;
	zend_string *enum_case_Queue_value_str = zend_string_init("queue", strlen("queue"), 1);
	ZVAL_STR(&enum_case_Queue_value, enum_case_Queue_value_str);
	zend_enum_add_case_cstr(class_entry, "Queue", &enum_case_Queue_value);

	zval enum_case_Form_value;
	zend_string *enum_case_Form_value_str = zend_string_init("form", strlen("form"), 1);
	ZVAL_STR(&enum_case_Form_value, enum_case_Form_value_str);
	zend_enum_add_case_cstr(class_entry, "Form", &enum_case_Form_value);

	zval enum_case_None_value;
	zend_string *enum_case_None_value_str = zend_string_init("none", strlen("none"), 1);
	ZVAL_STR(&enum_case_None_value, enum_case_None_value_str);
	zend_enum_add_case_cstr(class_entry, "None", &enum_case_None_value);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Exception(zend_class_entry *class_entry_Throwable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Exception", class_OnlineChat_Exception_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 1, class_entry_Throwable);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_StoreUnavailable(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_OnlineChat_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "StoreUnavailable", class_OnlineChat_StoreUnavailable_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_OnlineChat_Exception);

	zval property_store_default_value;
	ZVAL_UNDEF(&property_store_default_value);
	zend_string *property_store_name = zend_string_init("store", sizeof("store") - 1, 1);
	zend_declare_typed_property(class_entry, property_store_name, &property_store_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_store_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_OutcomeUnknown(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_OnlineChat_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "OutcomeUnknown", class_OnlineChat_OutcomeUnknown_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_OnlineChat_Exception);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_SchemaMismatch(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_OnlineChat_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "SchemaMismatch", class_OnlineChat_SchemaMismatch_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_OnlineChat_Exception);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_InvalidValue(zend_class_entry *class_entry_ValueError, zend_class_entry *class_entry_OnlineChat_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "InvalidValue", class_OnlineChat_InvalidValue_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_ValueError);
	zend_class_implements(class_entry, 1, class_entry_OnlineChat_Exception);

	zval property_field_default_value;
	ZVAL_UNDEF(&property_field_default_value);
	zend_string *property_field_name = zend_string_init("field", sizeof("field") - 1, 1);
	zend_declare_typed_property(class_entry, property_field_name, &property_field_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_field_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_InvalidTicket(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_OnlineChat_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "InvalidTicket", class_OnlineChat_InvalidTicket_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_OnlineChat_Exception);

	zval property_reason_default_value;
	ZVAL_UNDEF(&property_reason_default_value);
	zend_string *property_reason_name = zend_string_init("reason", sizeof("reason") - 1, 1);
	zend_declare_typed_property(class_entry, property_reason_name, &property_reason_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_reason_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_NotAllowed(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_OnlineChat_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "NotAllowed", class_OnlineChat_NotAllowed_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_OnlineChat_Exception);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Blocked(zend_class_entry *class_entry_OnlineChat_NotAllowed)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Blocked", class_OnlineChat_Blocked_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_OnlineChat_NotAllowed);

	zval property_until_default_value;
	ZVAL_UNDEF(&property_until_default_value);
	zend_string *property_until_name = zend_string_init("until", sizeof("until") - 1, 1);
	zend_declare_typed_property(class_entry, property_until_name, &property_until_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_until_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_NotFound(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_OnlineChat_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "NotFound", class_OnlineChat_NotFound_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_OnlineChat_Exception);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_KeyReused(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_OnlineChat_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "KeyReused", class_OnlineChat_KeyReused_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_OnlineChat_Exception);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_RateLimited(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_OnlineChat_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "RateLimited", class_OnlineChat_RateLimited_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
	zend_class_implements(class_entry, 1, class_entry_OnlineChat_Exception);

	zval property_retryAfter_default_value;
	ZVAL_UNDEF(&property_retryAfter_default_value);
	zend_string *property_retryAfter_name = zend_string_init("retryAfter", sizeof("retryAfter") - 1, 1);
	zend_declare_typed_property(class_entry, property_retryAfter_name, &property_retryAfter_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_retryAfter_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Identity(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Identity", class_OnlineChat_Identity_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_role_class_OnlineChat_Role = zend_string_init("OnlineChat\\Role", sizeof("OnlineChat\\Role")-1, 1);
	zval property_role_default_value;
	ZVAL_UNDEF(&property_role_default_value);
	zend_string *property_role_name = zend_string_init("role", sizeof("role") - 1, 1);
	zend_declare_typed_property(class_entry, property_role_name, &property_role_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_role_class_OnlineChat_Role, 0, 0));
	zend_string_release(property_role_name);

	zval property_person_default_value;
	ZVAL_UNDEF(&property_person_default_value);
	zend_string *property_person_name = zend_string_init("person", sizeof("person") - 1, 1);
	zend_declare_typed_property(class_entry, property_person_name, &property_person_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_person_name);

	zval property_name_default_value;
	ZVAL_UNDEF(&property_name_default_value);
	zend_string *property_name_name = zend_string_init("name", sizeof("name") - 1, 1);
	zend_declare_typed_property(class_entry, property_name_name, &property_name_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_name_name);

	zval property_language_default_value;
	ZVAL_UNDEF(&property_language_default_value);
	zend_string *property_language_name = zend_string_init("language", sizeof("language") - 1, 1);
	zend_declare_typed_property(class_entry, property_language_name, &property_language_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_language_name);

	zval property_session_default_value;
	ZVAL_UNDEF(&property_session_default_value);
	zend_string *property_session_name = zend_string_init("session", sizeof("session") - 1, 1);
	zend_declare_typed_property(class_entry, property_session_name, &property_session_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_session_name);

	zval property_issued_default_value;
	ZVAL_UNDEF(&property_issued_default_value);
	zend_string *property_issued_name = zend_string_init("issued", sizeof("issued") - 1, 1);
	zend_declare_typed_property(class_entry, property_issued_name, &property_issued_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_issued_name);

	zval property_expires_default_value;
	ZVAL_UNDEF(&property_expires_default_value);
	zend_string *property_expires_name = zend_string_init("expires", sizeof("expires") - 1, 1);
	zend_declare_typed_property(class_entry, property_expires_name, &property_expires_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_expires_name);

	zval property_first_default_value;
	ZVAL_UNDEF(&property_first_default_value);
	zend_string *property_first_name = zend_string_init("first", sizeof("first") - 1, 1);
	zend_declare_typed_property(class_entry, property_first_name, &property_first_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_first_name);

	zval property_supervisor_default_value;
	ZVAL_UNDEF(&property_supervisor_default_value);
	zend_string *property_supervisor_name = zend_string_init("supervisor", sizeof("supervisor") - 1, 1);
	zend_declare_typed_property(class_entry, property_supervisor_name, &property_supervisor_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_supervisor_name);

	zval property_email_default_value;
	ZVAL_UNDEF(&property_email_default_value);
	zend_string *property_email_name = zend_string_init("email", sizeof("email") - 1, 1);
	zend_declare_typed_property(class_entry, property_email_name, &property_email_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_email_name);

	zval property_phone_default_value;
	ZVAL_UNDEF(&property_phone_default_value);
	zend_string *property_phone_name = zend_string_init("phone", sizeof("phone") - 1, 1);
	zend_declare_typed_property(class_entry, property_phone_name, &property_phone_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_phone_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Ticket(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Ticket", class_OnlineChat_Ticket_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
#if (PHP_VERSION_ID >= 80200)


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "verify", sizeof("verify") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "renew", sizeof("renew") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Placement(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Placement", class_OnlineChat_Placement_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_outcome_class_OnlineChat_Outcome = zend_string_init("OnlineChat\\Outcome", sizeof("OnlineChat\\Outcome")-1, 1);
	zval property_outcome_default_value;
	ZVAL_UNDEF(&property_outcome_default_value);
	zend_string *property_outcome_name = zend_string_init("outcome", sizeof("outcome") - 1, 1);
	zend_declare_typed_property(class_entry, property_outcome_name, &property_outcome_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_outcome_class_OnlineChat_Outcome, 0, 0));
	zend_string_release(property_outcome_name);

	zval property_conversation_default_value;
	ZVAL_UNDEF(&property_conversation_default_value);
	zend_string *property_conversation_name = zend_string_init("conversation", sizeof("conversation") - 1, 1);
	zend_declare_typed_property(class_entry, property_conversation_name, &property_conversation_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_conversation_name);

	zval property_number_default_value;
	ZVAL_UNDEF(&property_number_default_value);
	zend_string *property_number_name = zend_string_init("number", sizeof("number") - 1, 1);
	zend_declare_typed_property(class_entry, property_number_name, &property_number_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_number_name);

	zend_string *property_status_class_OnlineChat_Status = zend_string_init("OnlineChat\\Status", sizeof("OnlineChat\\Status")-1, 1);
	zval property_status_default_value;
	ZVAL_UNDEF(&property_status_default_value);
	zend_string *property_status_name = zend_string_init("status", sizeof("status") - 1, 1);
	zend_declare_typed_property(class_entry, property_status_name, &property_status_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_status_class_OnlineChat_Status, 0, MAY_BE_NULL));
	zend_string_release(property_status_name);

	zval property_operator_default_value;
	ZVAL_UNDEF(&property_operator_default_value);
	zend_string *property_operator_name = zend_string_init("operator", sizeof("operator") - 1, 1);
	zend_declare_typed_property(class_entry, property_operator_name, &property_operator_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_operator_name);

	zval property_operatorName_default_value;
	ZVAL_UNDEF(&property_operatorName_default_value);
	zend_string *property_operatorName_name = zend_string_init("operatorName", sizeof("operatorName") - 1, 1);
	zend_declare_typed_property(class_entry, property_operatorName_name, &property_operatorName_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_operatorName_name);

	zval property_position_default_value;
	ZVAL_UNDEF(&property_position_default_value);
	zend_string *property_position_name = zend_string_init("position", sizeof("position") - 1, 1);
	zend_declare_typed_property(class_entry, property_position_name, &property_position_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_position_name);

	zval property_estimate_default_value;
	ZVAL_UNDEF(&property_estimate_default_value);
	zend_string *property_estimate_name = zend_string_init("estimate", sizeof("estimate") - 1, 1);
	zend_declare_typed_property(class_entry, property_estimate_name, &property_estimate_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_estimate_name);

	zval property_until_default_value;
	ZVAL_UNDEF(&property_until_default_value);
	zend_string *property_until_name = zend_string_init("until", sizeof("until") - 1, 1);
	zend_declare_typed_property(class_entry, property_until_name, &property_until_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_until_name);

	zval property_decision_default_value;
	ZVAL_UNDEF(&property_decision_default_value);
	zend_string *property_decision_name = zend_string_init("decision", sizeof("decision") - 1, 1);
	zend_declare_typed_property(class_entry, property_decision_name, &property_decision_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_decision_name);

	zval property_repeated_default_value;
	ZVAL_UNDEF(&property_repeated_default_value);
	zend_string *property_repeated_name = zend_string_init("repeated", sizeof("repeated") - 1, 1);
	zend_declare_typed_property(class_entry, property_repeated_name, &property_repeated_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_repeated_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Message(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Message", class_OnlineChat_Message_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_number_default_value;
	ZVAL_UNDEF(&property_number_default_value);
	zend_string *property_number_name = zend_string_init("number", sizeof("number") - 1, 1);
	zend_declare_typed_property(class_entry, property_number_name, &property_number_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_number_name);

	zend_string *property_author_class_OnlineChat_Author = zend_string_init("OnlineChat\\Author", sizeof("OnlineChat\\Author")-1, 1);
	zval property_author_default_value;
	ZVAL_UNDEF(&property_author_default_value);
	zend_string *property_author_name = zend_string_init("author", sizeof("author") - 1, 1);
	zend_declare_typed_property(class_entry, property_author_name, &property_author_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_author_class_OnlineChat_Author, 0, 0));
	zend_string_release(property_author_name);

	zval property_name_default_value;
	ZVAL_UNDEF(&property_name_default_value);
	zend_string *property_name_name = zend_string_init("name", sizeof("name") - 1, 1);
	zend_declare_typed_property(class_entry, property_name_name, &property_name_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_name_name);

	zval property_text_default_value;
	ZVAL_UNDEF(&property_text_default_value);
	zend_string *property_text_name = zend_string_init("text", sizeof("text") - 1, 1);
	zend_declare_typed_property(class_entry, property_text_name, &property_text_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_text_name);

	zval property_at_default_value;
	ZVAL_UNDEF(&property_at_default_value);
	zend_string *property_at_name = zend_string_init("at", sizeof("at") - 1, 1);
	zend_declare_typed_property(class_entry, property_at_name, &property_at_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_at_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Messages(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Messages", class_OnlineChat_Messages_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_conversation_default_value;
	ZVAL_UNDEF(&property_conversation_default_value);
	zend_string *property_conversation_name = zend_string_init("conversation", sizeof("conversation") - 1, 1);
	zend_declare_typed_property(class_entry, property_conversation_name, &property_conversation_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_conversation_name);

	zval property_from_default_value;
	ZVAL_UNDEF(&property_from_default_value);
	zend_string *property_from_name = zend_string_init("from", sizeof("from") - 1, 1);
	zend_declare_typed_property(class_entry, property_from_name, &property_from_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_from_name);

	zval property_to_default_value;
	ZVAL_UNDEF(&property_to_default_value);
	zend_string *property_to_name = zend_string_init("to", sizeof("to") - 1, 1);
	zend_declare_typed_property(class_entry, property_to_name, &property_to_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_to_name);

	zval property_last_default_value;
	ZVAL_UNDEF(&property_last_default_value);
	zend_string *property_last_name = zend_string_init("last", sizeof("last") - 1, 1);
	zend_declare_typed_property(class_entry, property_last_name, &property_last_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_last_name);

	zend_string *property_status_class_OnlineChat_Status = zend_string_init("OnlineChat\\Status", sizeof("OnlineChat\\Status")-1, 1);
	zval property_status_default_value;
	ZVAL_UNDEF(&property_status_default_value);
	zend_string *property_status_name = zend_string_init("status", sizeof("status") - 1, 1);
	zend_declare_typed_property(class_entry, property_status_name, &property_status_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_status_class_OnlineChat_Status, 0, 0));
	zend_string_release(property_status_name);

	zval property_revision_default_value;
	ZVAL_UNDEF(&property_revision_default_value);
	zend_string *property_revision_name = zend_string_init("revision", sizeof("revision") - 1, 1);
	zend_declare_typed_property(class_entry, property_revision_name, &property_revision_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_revision_name);

	zval property_operator_default_value;
	ZVAL_UNDEF(&property_operator_default_value);
	zend_string *property_operator_name = zend_string_init("operator", sizeof("operator") - 1, 1);
	zend_declare_typed_property(class_entry, property_operator_name, &property_operator_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_operator_name);

	zval property_operatorName_default_value;
	ZVAL_UNDEF(&property_operatorName_default_value);
	zend_string *property_operatorName_name = zend_string_init("operatorName", sizeof("operatorName") - 1, 1);
	zend_declare_typed_property(class_entry, property_operatorName_name, &property_operatorName_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_operatorName_name);

	zval property_operatorAway_default_value;
	ZVAL_UNDEF(&property_operatorAway_default_value);
	zend_string *property_operatorAway_name = zend_string_init("operatorAway", sizeof("operatorAway") - 1, 1);
	zend_declare_typed_property(class_entry, property_operatorAway_name, &property_operatorAway_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_operatorAway_name);

	zval property_position_default_value;
	ZVAL_UNDEF(&property_position_default_value);
	zend_string *property_position_name = zend_string_init("position", sizeof("position") - 1, 1);
	zend_declare_typed_property(class_entry, property_position_name, &property_position_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_position_name);

	zval property_estimate_default_value;
	ZVAL_UNDEF(&property_estimate_default_value);
	zend_string *property_estimate_name = zend_string_init("estimate", sizeof("estimate") - 1, 1);
	zend_declare_typed_property(class_entry, property_estimate_name, &property_estimate_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_estimate_name);

	zval property_readByOther_default_value;
	ZVAL_UNDEF(&property_readByOther_default_value);
	zend_string *property_readByOther_name = zend_string_init("readByOther", sizeof("readByOther") - 1, 1);
	zend_declare_typed_property(class_entry, property_readByOther_name, &property_readByOther_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_readByOther_name);

	zval property_deliveredToOther_default_value;
	ZVAL_UNDEF(&property_deliveredToOther_default_value);
	zend_string *property_deliveredToOther_name = zend_string_init("deliveredToOther", sizeof("deliveredToOther") - 1, 1);
	zend_declare_typed_property(class_entry, property_deliveredToOther_name, &property_deliveredToOther_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_deliveredToOther_name);

	zval property_blockedUntil_default_value;
	ZVAL_UNDEF(&property_blockedUntil_default_value);
	zend_string *property_blockedUntil_name = zend_string_init("blockedUntil", sizeof("blockedUntil") - 1, 1);
	zend_declare_typed_property(class_entry, property_blockedUntil_name, &property_blockedUntil_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_blockedUntil_name);

	zval property_messages_default_value;
	ZVAL_UNDEF(&property_messages_default_value);
	zend_string *property_messages_name = zend_string_init("messages", sizeof("messages") - 1, 1);
	zend_declare_typed_property(class_entry, property_messages_name, &property_messages_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_messages_name);

	zval property_startedAt_default_value;
	ZVAL_UNDEF(&property_startedAt_default_value);
	zend_string *property_startedAt_name = zend_string_init("startedAt", sizeof("startedAt") - 1, 1);
	zend_declare_typed_property(class_entry, property_startedAt_name, &property_startedAt_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_startedAt_name);

	zval property_finishedAt_default_value;
	ZVAL_UNDEF(&property_finishedAt_default_value);
	zend_string *property_finishedAt_name = zend_string_init("finishedAt", sizeof("finishedAt") - 1, 1);
	zend_declare_typed_property(class_entry, property_finishedAt_name, &property_finishedAt_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_finishedAt_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Posted(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Posted", class_OnlineChat_Posted_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_conversation_default_value;
	ZVAL_UNDEF(&property_conversation_default_value);
	zend_string *property_conversation_name = zend_string_init("conversation", sizeof("conversation") - 1, 1);
	zend_declare_typed_property(class_entry, property_conversation_name, &property_conversation_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_conversation_name);

	zval property_number_default_value;
	ZVAL_UNDEF(&property_number_default_value);
	zend_string *property_number_name = zend_string_init("number", sizeof("number") - 1, 1);
	zend_declare_typed_property(class_entry, property_number_name, &property_number_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_number_name);

	zval property_at_default_value;
	ZVAL_UNDEF(&property_at_default_value);
	zend_string *property_at_name = zend_string_init("at", sizeof("at") - 1, 1);
	zend_declare_typed_property(class_entry, property_at_name, &property_at_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_at_name);

	zend_string *property_status_class_OnlineChat_Status = zend_string_init("OnlineChat\\Status", sizeof("OnlineChat\\Status")-1, 1);
	zval property_status_default_value;
	ZVAL_UNDEF(&property_status_default_value);
	zend_string *property_status_name = zend_string_init("status", sizeof("status") - 1, 1);
	zend_declare_typed_property(class_entry, property_status_name, &property_status_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_status_class_OnlineChat_Status, 0, 0));
	zend_string_release(property_status_name);

	zval property_repeated_default_value;
	ZVAL_UNDEF(&property_repeated_default_value);
	zend_string *property_repeated_name = zend_string_init("repeated", sizeof("repeated") - 1, 1);
	zend_declare_typed_property(class_entry, property_repeated_name, &property_repeated_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_repeated_name);

	zval property_accepted_default_value;
	ZVAL_UNDEF(&property_accepted_default_value);
	zend_string *property_accepted_name = zend_string_init("accepted", sizeof("accepted") - 1, 1);
	zend_declare_typed_property(class_entry, property_accepted_name, &property_accepted_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_accepted_name);

	zend_string *property_outcome_class_OnlineChat_Outcome = zend_string_init("OnlineChat\\Outcome", sizeof("OnlineChat\\Outcome")-1, 1);
	zval property_outcome_default_value;
	ZVAL_UNDEF(&property_outcome_default_value);
	zend_string *property_outcome_name = zend_string_init("outcome", sizeof("outcome") - 1, 1);
	zend_declare_typed_property(class_entry, property_outcome_name, &property_outcome_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_outcome_class_OnlineChat_Outcome, 0, 0));
	zend_string_release(property_outcome_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Conversation(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Conversation", class_OnlineChat_Conversation_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_id_default_value;
	ZVAL_UNDEF(&property_id_default_value);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_id_name);

	zval property_thread_default_value;
	ZVAL_UNDEF(&property_thread_default_value);
	zend_string *property_thread_name = zend_string_init("thread", sizeof("thread") - 1, 1);
	zend_declare_typed_property(class_entry, property_thread_name, &property_thread_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_thread_name);

	zend_string *property_status_class_OnlineChat_Status = zend_string_init("OnlineChat\\Status", sizeof("OnlineChat\\Status")-1, 1);
	zval property_status_default_value;
	ZVAL_UNDEF(&property_status_default_value);
	zend_string *property_status_name = zend_string_init("status", sizeof("status") - 1, 1);
	zend_declare_typed_property(class_entry, property_status_name, &property_status_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_status_class_OnlineChat_Status, 0, 0));
	zend_string_release(property_status_name);

	zend_string *property_role_class_OnlineChat_Role = zend_string_init("OnlineChat\\Role", sizeof("OnlineChat\\Role")-1, 1);
	zval property_role_default_value;
	ZVAL_UNDEF(&property_role_default_value);
	zend_string *property_role_name = zend_string_init("role", sizeof("role") - 1, 1);
	zend_declare_typed_property(class_entry, property_role_name, &property_role_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_role_class_OnlineChat_Role, 0, 0));
	zend_string_release(property_role_name);

	zval property_customer_default_value;
	ZVAL_UNDEF(&property_customer_default_value);
	zend_string *property_customer_name = zend_string_init("customer", sizeof("customer") - 1, 1);
	zend_declare_typed_property(class_entry, property_customer_name, &property_customer_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_customer_name);

	zval property_name_default_value;
	ZVAL_UNDEF(&property_name_default_value);
	zend_string *property_name_name = zend_string_init("name", sizeof("name") - 1, 1);
	zend_declare_typed_property(class_entry, property_name_name, &property_name_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_name_name);

	zval property_language_default_value;
	ZVAL_UNDEF(&property_language_default_value);
	zend_string *property_language_name = zend_string_init("language", sizeof("language") - 1, 1);
	zend_declare_typed_property(class_entry, property_language_name, &property_language_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_language_name);

	zval property_operator_default_value;
	ZVAL_UNDEF(&property_operator_default_value);
	zend_string *property_operator_name = zend_string_init("operator", sizeof("operator") - 1, 1);
	zend_declare_typed_property(class_entry, property_operator_name, &property_operator_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_operator_name);

	zval property_operatorName_default_value;
	ZVAL_UNDEF(&property_operatorName_default_value);
	zend_string *property_operatorName_name = zend_string_init("operatorName", sizeof("operatorName") - 1, 1);
	zend_declare_typed_property(class_entry, property_operatorName_name, &property_operatorName_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_operatorName_name);

	zval property_last_default_value;
	ZVAL_UNDEF(&property_last_default_value);
	zend_string *property_last_name = zend_string_init("last", sizeof("last") - 1, 1);
	zend_declare_typed_property(class_entry, property_last_name, &property_last_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_last_name);

	zval property_revision_default_value;
	ZVAL_UNDEF(&property_revision_default_value);
	zend_string *property_revision_name = zend_string_init("revision", sizeof("revision") - 1, 1);
	zend_declare_typed_property(class_entry, property_revision_name, &property_revision_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_revision_name);

	zval property_readByOperator_default_value;
	ZVAL_UNDEF(&property_readByOperator_default_value);
	zend_string *property_readByOperator_name = zend_string_init("readByOperator", sizeof("readByOperator") - 1, 1);
	zend_declare_typed_property(class_entry, property_readByOperator_name, &property_readByOperator_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_readByOperator_name);

	zval property_readByVisitor_default_value;
	ZVAL_UNDEF(&property_readByVisitor_default_value);
	zend_string *property_readByVisitor_name = zend_string_init("readByVisitor", sizeof("readByVisitor") - 1, 1);
	zend_declare_typed_property(class_entry, property_readByVisitor_name, &property_readByVisitor_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_readByVisitor_name);

	zval property_excerpt_default_value;
	ZVAL_UNDEF(&property_excerpt_default_value);
	zend_string *property_excerpt_name = zend_string_init("excerpt", sizeof("excerpt") - 1, 1);
	zend_declare_typed_property(class_entry, property_excerpt_name, &property_excerpt_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_excerpt_name);

	zval property_startedAt_default_value;
	ZVAL_UNDEF(&property_startedAt_default_value);
	zend_string *property_startedAt_name = zend_string_init("startedAt", sizeof("startedAt") - 1, 1);
	zend_declare_typed_property(class_entry, property_startedAt_name, &property_startedAt_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_startedAt_name);

	zval property_lastAt_default_value;
	ZVAL_UNDEF(&property_lastAt_default_value);
	zend_string *property_lastAt_name = zend_string_init("lastAt", sizeof("lastAt") - 1, 1);
	zend_declare_typed_property(class_entry, property_lastAt_name, &property_lastAt_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_lastAt_name);

	zval property_waitingSince_default_value;
	ZVAL_UNDEF(&property_waitingSince_default_value);
	zend_string *property_waitingSince_name = zend_string_init("waitingSince", sizeof("waitingSince") - 1, 1);
	zend_declare_typed_property(class_entry, property_waitingSince_name, &property_waitingSince_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_waitingSince_name);

	zval property_here_default_value;
	ZVAL_UNDEF(&property_here_default_value);
	zend_string *property_here_name = zend_string_init("here", sizeof("here") - 1, 1);
	zend_declare_typed_property(class_entry, property_here_name, &property_here_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL|MAY_BE_NULL));
	zend_string_release(property_here_name);

	zval property_deliveredToVisitor_default_value;
	ZVAL_UNDEF(&property_deliveredToVisitor_default_value);
	zend_string *property_deliveredToVisitor_name = zend_string_init("deliveredToVisitor", sizeof("deliveredToVisitor") - 1, 1);
	zend_declare_typed_property(class_entry, property_deliveredToVisitor_name, &property_deliveredToVisitor_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_deliveredToVisitor_name);

	zval property_assistants_default_value;
	ZVAL_UNDEF(&property_assistants_default_value);
	zend_string *property_assistants_name = zend_string_init("assistants", sizeof("assistants") - 1, 1);
	zend_declare_typed_property(class_entry, property_assistants_name, &property_assistants_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_assistants_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Operator(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Operator", class_OnlineChat_Operator_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_id_default_value;
	ZVAL_UNDEF(&property_id_default_value);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_id_name);

	zval property_name_default_value;
	ZVAL_UNDEF(&property_name_default_value);
	zend_string *property_name_name = zend_string_init("name", sizeof("name") - 1, 1);
	zend_declare_typed_property(class_entry, property_name_name, &property_name_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_name_name);

	zval property_online_default_value;
	ZVAL_UNDEF(&property_online_default_value);
	zend_string *property_online_name = zend_string_init("online", sizeof("online") - 1, 1);
	zend_declare_typed_property(class_entry, property_online_name, &property_online_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_online_name);

	zval property_away_default_value;
	ZVAL_UNDEF(&property_away_default_value);
	zend_string *property_away_name = zend_string_init("away", sizeof("away") - 1, 1);
	zend_declare_typed_property(class_entry, property_away_name, &property_away_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_away_name);

	zval property_capacity_default_value;
	ZVAL_UNDEF(&property_capacity_default_value);
	zend_string *property_capacity_name = zend_string_init("capacity", sizeof("capacity") - 1, 1);
	zend_declare_typed_property(class_entry, property_capacity_name, &property_capacity_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_capacity_name);

	zval property_load_default_value;
	ZVAL_UNDEF(&property_load_default_value);
	zend_string *property_load_name = zend_string_init("load", sizeof("load") - 1, 1);
	zend_declare_typed_property(class_entry, property_load_name, &property_load_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_load_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Board(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Board", class_OnlineChat_Board_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_me_class_OnlineChat_Operator = zend_string_init("OnlineChat\\Operator", sizeof("OnlineChat\\Operator")-1, 1);
	zval property_me_default_value;
	ZVAL_UNDEF(&property_me_default_value);
	zend_string *property_me_name = zend_string_init("me", sizeof("me") - 1, 1);
	zend_declare_typed_property(class_entry, property_me_name, &property_me_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_me_class_OnlineChat_Operator, 0, 0));
	zend_string_release(property_me_name);

	zval property_ongoing_default_value;
	ZVAL_UNDEF(&property_ongoing_default_value);
	zend_string *property_ongoing_name = zend_string_init("ongoing", sizeof("ongoing") - 1, 1);
	zend_declare_typed_property(class_entry, property_ongoing_name, &property_ongoing_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_ongoing_name);

	zval property_finished_default_value;
	ZVAL_UNDEF(&property_finished_default_value);
	zend_string *property_finished_name = zend_string_init("finished", sizeof("finished") - 1, 1);
	zend_declare_typed_property(class_entry, property_finished_name, &property_finished_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_finished_name);

	zval property_waiting_default_value;
	ZVAL_UNDEF(&property_waiting_default_value);
	zend_string *property_waiting_name = zend_string_init("waiting", sizeof("waiting") - 1, 1);
	zend_declare_typed_property(class_entry, property_waiting_name, &property_waiting_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_waiting_name);

	zval property_assisting_default_value;
	ZVAL_UNDEF(&property_assisting_default_value);
	zend_string *property_assisting_name = zend_string_init("assisting", sizeof("assisting") - 1, 1);
	zend_declare_typed_property(class_entry, property_assisting_name, &property_assisting_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_assisting_name);

	zval property_colleagues_default_value;
	ZVAL_UNDEF(&property_colleagues_default_value);
	zend_string *property_colleagues_name = zend_string_init("colleagues", sizeof("colleagues") - 1, 1);
	zend_declare_typed_property(class_entry, property_colleagues_name, &property_colleagues_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_colleagues_name);

	zval property_cursor_default_value;
	ZVAL_UNDEF(&property_cursor_default_value);
	zend_string *property_cursor_name = zend_string_init("cursor", sizeof("cursor") - 1, 1);
	zend_declare_typed_property(class_entry, property_cursor_name, &property_cursor_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_cursor_name);

	zval property_maximum_default_value;
	ZVAL_UNDEF(&property_maximum_default_value);
	zend_string *property_maximum_name = zend_string_init("maximum", sizeof("maximum") - 1, 1);
	zend_declare_typed_property(class_entry, property_maximum_name, &property_maximum_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_maximum_name);

	zval property_open_default_value;
	ZVAL_UNDEF(&property_open_default_value);
	zend_string *property_open_name = zend_string_init("open", sizeof("open") - 1, 1);
	zend_declare_typed_property(class_entry, property_open_name, &property_open_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_open_name);

	zval property_opens_default_value;
	ZVAL_UNDEF(&property_opens_default_value);
	zend_string *property_opens_name = zend_string_init("opens", sizeof("opens") - 1, 1);
	zend_declare_typed_property(class_entry, property_opens_name, &property_opens_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_opens_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Block(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Block", class_OnlineChat_Block_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_id_default_value;
	ZVAL_UNDEF(&property_id_default_value);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_id_name);

	zval property_what_default_value;
	ZVAL_UNDEF(&property_what_default_value);
	zend_string *property_what_name = zend_string_init("what", sizeof("what") - 1, 1);
	zend_declare_typed_property(class_entry, property_what_name, &property_what_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_what_name);

	zval property_name_default_value;
	ZVAL_UNDEF(&property_name_default_value);
	zend_string *property_name_name = zend_string_init("name", sizeof("name") - 1, 1);
	zend_declare_typed_property(class_entry, property_name_name, &property_name_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_name_name);

	zval property_conversation_default_value;
	ZVAL_UNDEF(&property_conversation_default_value);
	zend_string *property_conversation_name = zend_string_init("conversation", sizeof("conversation") - 1, 1);
	zend_declare_typed_property(class_entry, property_conversation_name, &property_conversation_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_conversation_name);

	zval property_until_default_value;
	ZVAL_UNDEF(&property_until_default_value);
	zend_string *property_until_name = zend_string_init("until", sizeof("until") - 1, 1);
	zend_declare_typed_property(class_entry, property_until_name, &property_until_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_until_name);

	zval property_by_default_value;
	ZVAL_UNDEF(&property_by_default_value);
	zend_string *property_by_name = zend_string_init("by", sizeof("by") - 1, 1);
	zend_declare_typed_property(class_entry, property_by_name, &property_by_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_by_name);

	zval property_reason_default_value;
	ZVAL_UNDEF(&property_reason_default_value);
	zend_string *property_reason_name = zend_string_init("reason", sizeof("reason") - 1, 1);
	zend_declare_typed_property(class_entry, property_reason_name, &property_reason_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_reason_name);

	zval property_at_default_value;
	ZVAL_UNDEF(&property_at_default_value);
	zend_string *property_at_name = zend_string_init("at", sizeof("at") - 1, 1);
	zend_declare_typed_property(class_entry, property_at_name, &property_at_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_at_name);

	zval property_thread_default_value;
	ZVAL_UNDEF(&property_thread_default_value);
	zend_string *property_thread_name = zend_string_init("thread", sizeof("thread") - 1, 1);
	zend_declare_typed_property(class_entry, property_thread_name, &property_thread_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_thread_name);

	zval property_customer_default_value;
	ZVAL_UNDEF(&property_customer_default_value);
	zend_string *property_customer_name = zend_string_init("customer", sizeof("customer") - 1, 1);
	zend_declare_typed_property(class_entry, property_customer_name, &property_customer_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_customer_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Update(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Update", class_OnlineChat_Update_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_changed_default_value;
	ZVAL_UNDEF(&property_changed_default_value);
	zend_string *property_changed_name = zend_string_init("changed", sizeof("changed") - 1, 1);
	zend_declare_typed_property(class_entry, property_changed_name, &property_changed_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_changed_name);

	zval property_delay_default_value;
	ZVAL_UNDEF(&property_delay_default_value);
	zend_string *property_delay_name = zend_string_init("delay", sizeof("delay") - 1, 1);
	zend_declare_typed_property(class_entry, property_delay_name, &property_delay_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_delay_name);

	zval property_degraded_default_value;
	ZVAL_UNDEF(&property_degraded_default_value);
	zend_string *property_degraded_name = zend_string_init("degraded", sizeof("degraded") - 1, 1);
	zend_declare_typed_property(class_entry, property_degraded_name, &property_degraded_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_degraded_name);

	zend_string *property_messages_class_OnlineChat_Messages = zend_string_init("OnlineChat\\Messages", sizeof("OnlineChat\\Messages")-1, 1);
	zval property_messages_default_value;
	ZVAL_UNDEF(&property_messages_default_value);
	zend_string *property_messages_name = zend_string_init("messages", sizeof("messages") - 1, 1);
	zend_declare_typed_property(class_entry, property_messages_name, &property_messages_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_messages_class_OnlineChat_Messages, 0, MAY_BE_NULL));
	zend_string_release(property_messages_name);

	zend_string *property_board_class_OnlineChat_Board = zend_string_init("OnlineChat\\Board", sizeof("OnlineChat\\Board")-1, 1);
	zval property_board_default_value;
	ZVAL_UNDEF(&property_board_default_value);
	zend_string *property_board_name = zend_string_init("board", sizeof("board") - 1, 1);
	zend_declare_typed_property(class_entry, property_board_name, &property_board_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_board_class_OnlineChat_Board, 0, MAY_BE_NULL));
	zend_string_release(property_board_name);

	zval property_typing_default_value;
	ZVAL_UNDEF(&property_typing_default_value);
	zend_string *property_typing_name = zend_string_init("typing", sizeof("typing") - 1, 1);
	zend_declare_typed_property(class_entry, property_typing_name, &property_typing_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL|MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_typing_name);

	zval property_settings_default_value;
	ZVAL_UNDEF(&property_settings_default_value);
	zend_string *property_settings_name = zend_string_init("settings", sizeof("settings") - 1, 1);
	zend_declare_typed_property(class_entry, property_settings_name, &property_settings_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_settings_name);

	zval property_sweep_default_value;
	ZVAL_UNDEF(&property_sweep_default_value);
	zend_string *property_sweep_name = zend_string_init("sweep", sizeof("sweep") - 1, 1);
	zend_declare_typed_property(class_entry, property_sweep_name, &property_sweep_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_sweep_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_ShopStatus(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "ShopStatus", class_OnlineChat_ShopStatus_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zend_string *property_mode_class_OnlineChat_Mode = zend_string_init("OnlineChat\\Mode", sizeof("OnlineChat\\Mode")-1, 1);
	zval property_mode_default_value;
	ZVAL_UNDEF(&property_mode_default_value);
	zend_string *property_mode_name = zend_string_init("mode", sizeof("mode") - 1, 1);
	zend_declare_typed_property(class_entry, property_mode_name, &property_mode_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_mode_class_OnlineChat_Mode, 0, 0));
	zend_string_release(property_mode_name);

	zval property_degraded_default_value;
	ZVAL_UNDEF(&property_degraded_default_value);
	zend_string *property_degraded_name = zend_string_init("degraded", sizeof("degraded") - 1, 1);
	zend_declare_typed_property(class_entry, property_degraded_name, &property_degraded_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_degraded_name);

	zval property_settings_default_value;
	ZVAL_UNDEF(&property_settings_default_value);
	zend_string *property_settings_name = zend_string_init("settings", sizeof("settings") - 1, 1);
	zend_declare_typed_property(class_entry, property_settings_name, &property_settings_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_settings_name);

	zval property_delay_default_value;
	ZVAL_UNDEF(&property_delay_default_value);
	zend_string *property_delay_name = zend_string_init("delay", sizeof("delay") - 1, 1);
	zend_declare_typed_property(class_entry, property_delay_name, &property_delay_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_delay_name);

	zval property_opens_default_value;
	ZVAL_UNDEF(&property_opens_default_value);
	zend_string *property_opens_name = zend_string_init("opens", sizeof("opens") - 1, 1);
	zend_declare_typed_property(class_entry, property_opens_name, &property_opens_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_opens_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Thread(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Thread", class_OnlineChat_Thread_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_id_default_value;
	ZVAL_UNDEF(&property_id_default_value);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_id_name);

	zval property_customer_default_value;
	ZVAL_UNDEF(&property_customer_default_value);
	zend_string *property_customer_name = zend_string_init("customer", sizeof("customer") - 1, 1);
	zend_declare_typed_property(class_entry, property_customer_name, &property_customer_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_customer_name);

	zval property_name_default_value;
	ZVAL_UNDEF(&property_name_default_value);
	zend_string *property_name_name = zend_string_init("name", sizeof("name") - 1, 1);
	zend_declare_typed_property(class_entry, property_name_name, &property_name_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_name_name);

	zval property_email_default_value;
	ZVAL_UNDEF(&property_email_default_value);
	zend_string *property_email_name = zend_string_init("email", sizeof("email") - 1, 1);
	zend_declare_typed_property(class_entry, property_email_name, &property_email_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_email_name);

	zval property_phone_default_value;
	ZVAL_UNDEF(&property_phone_default_value);
	zend_string *property_phone_name = zend_string_init("phone", sizeof("phone") - 1, 1);
	zend_declare_typed_property(class_entry, property_phone_name, &property_phone_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_phone_name);

	zval property_lastText_default_value;
	ZVAL_UNDEF(&property_lastText_default_value);
	zend_string *property_lastText_name = zend_string_init("lastText", sizeof("lastText") - 1, 1);
	zend_declare_typed_property(class_entry, property_lastText_name, &property_lastText_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_lastText_name);

	zval property_lastAt_default_value;
	ZVAL_UNDEF(&property_lastAt_default_value);
	zend_string *property_lastAt_name = zend_string_init("lastAt", sizeof("lastAt") - 1, 1);
	zend_declare_typed_property(class_entry, property_lastAt_name, &property_lastAt_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_lastAt_name);

	zval property_conversations_default_value;
	ZVAL_UNDEF(&property_conversations_default_value);
	zend_string *property_conversations_name = zend_string_init("conversations", sizeof("conversations") - 1, 1);
	zend_declare_typed_property(class_entry, property_conversations_name, &property_conversations_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_conversations_name);

	zval property_kind_default_value;
	ZVAL_UNDEF(&property_kind_default_value);
	zend_string *property_kind_name = zend_string_init("kind", sizeof("kind") - 1, 1);
	zend_declare_typed_property(class_entry, property_kind_name, &property_kind_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_kind_name);

	zval property_hit_default_value;
	ZVAL_UNDEF(&property_hit_default_value);
	zend_string *property_hit_name = zend_string_init("hit", sizeof("hit") - 1, 1);
	zend_declare_typed_property(class_entry, property_hit_name, &property_hit_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_hit_name);

	zval property_hitAt_default_value;
	ZVAL_UNDEF(&property_hitAt_default_value);
	zend_string *property_hitAt_name = zend_string_init("hitAt", sizeof("hitAt") - 1, 1);
	zend_declare_typed_property(class_entry, property_hitAt_name, &property_hitAt_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_hitAt_name);

	zend_string *property_message_class_OnlineChat_OfflineMessage = zend_string_init("OnlineChat\\OfflineMessage", sizeof("OnlineChat\\OfflineMessage")-1, 1);
	zval property_message_default_value;
	ZVAL_UNDEF(&property_message_default_value);
	zend_string *property_message_name = zend_string_init("message", sizeof("message") - 1, 1);
	zend_declare_typed_property(class_entry, property_message_name, &property_message_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_message_class_OnlineChat_OfflineMessage, 0, MAY_BE_NULL));
	zend_string_release(property_message_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_HistoryPage(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "HistoryPage", class_OnlineChat_HistoryPage_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_lines_default_value;
	ZVAL_UNDEF(&property_lines_default_value);
	zend_string *property_lines_name = zend_string_init("lines", sizeof("lines") - 1, 1);
	zend_declare_typed_property(class_entry, property_lines_name, &property_lines_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_lines_name);

	zval property_total_default_value;
	ZVAL_UNDEF(&property_total_default_value);
	zend_string *property_total_name = zend_string_init("total", sizeof("total") - 1, 1);
	zend_declare_typed_property(class_entry, property_total_name, &property_total_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_total_name);

	zval property_exact_default_value;
	ZVAL_UNDEF(&property_exact_default_value);
	zend_string *property_exact_name = zend_string_init("exact", sizeof("exact") - 1, 1);
	zend_declare_typed_property(class_entry, property_exact_name, &property_exact_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_exact_name);

	zval property_offset_default_value;
	ZVAL_UNDEF(&property_offset_default_value);
	zend_string *property_offset_name = zend_string_init("offset", sizeof("offset") - 1, 1);
	zend_declare_typed_property(class_entry, property_offset_name, &property_offset_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_offset_name);

	zval property_next_default_value;
	ZVAL_UNDEF(&property_next_default_value);
	zend_string *property_next_name = zend_string_init("next", sizeof("next") - 1, 1);
	zend_declare_typed_property(class_entry, property_next_name, &property_next_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_next_name);

	zval property_previous_default_value;
	ZVAL_UNDEF(&property_previous_default_value);
	zend_string *property_previous_name = zend_string_init("previous", sizeof("previous") - 1, 1);
	zend_declare_typed_property(class_entry, property_previous_name, &property_previous_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_previous_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Statistics(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Statistics", class_OnlineChat_Statistics_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_from_default_value;
	ZVAL_UNDEF(&property_from_default_value);
	zend_string *property_from_name = zend_string_init("from", sizeof("from") - 1, 1);
	zend_declare_typed_property(class_entry, property_from_name, &property_from_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_from_name);

	zval property_to_default_value;
	ZVAL_UNDEF(&property_to_default_value);
	zend_string *property_to_name = zend_string_init("to", sizeof("to") - 1, 1);
	zend_declare_typed_property(class_entry, property_to_name, &property_to_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_to_name);

	zval property_operator_default_value;
	ZVAL_UNDEF(&property_operator_default_value);
	zend_string *property_operator_name = zend_string_init("operator", sizeof("operator") - 1, 1);
	zend_declare_typed_property(class_entry, property_operator_name, &property_operator_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_operator_name);

	zval property_operatorName_default_value;
	ZVAL_UNDEF(&property_operatorName_default_value);
	zend_string *property_operatorName_name = zend_string_init("operatorName", sizeof("operatorName") - 1, 1);
	zend_declare_typed_property(class_entry, property_operatorName_name, &property_operatorName_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_operatorName_name);

	zval property_conversations_default_value;
	ZVAL_UNDEF(&property_conversations_default_value);
	zend_string *property_conversations_name = zend_string_init("conversations", sizeof("conversations") - 1, 1);
	zend_declare_typed_property(class_entry, property_conversations_name, &property_conversations_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_conversations_name);

	zval property_abandoned_default_value;
	ZVAL_UNDEF(&property_abandoned_default_value);
	zend_string *property_abandoned_name = zend_string_init("abandoned", sizeof("abandoned") - 1, 1);
	zend_declare_typed_property(class_entry, property_abandoned_name, &property_abandoned_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_abandoned_name);

	zval property_missed_default_value;
	ZVAL_UNDEF(&property_missed_default_value);
	zend_string *property_missed_name = zend_string_init("missed", sizeof("missed") - 1, 1);
	zend_declare_typed_property(class_entry, property_missed_name, &property_missed_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_missed_name);

	zval property_waited_default_value;
	ZVAL_UNDEF(&property_waited_default_value);
	zend_string *property_waited_name = zend_string_init("waited", sizeof("waited") - 1, 1);
	zend_declare_typed_property(class_entry, property_waited_name, &property_waited_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_waited_name);

	zval property_waitingTime_default_value;
	ZVAL_UNDEF(&property_waitingTime_default_value);
	zend_string *property_waitingTime_name = zend_string_init("waitingTime", sizeof("waitingTime") - 1, 1);
	zend_declare_typed_property(class_entry, property_waitingTime_name, &property_waitingTime_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_waitingTime_name);

	zval property_answered_default_value;
	ZVAL_UNDEF(&property_answered_default_value);
	zend_string *property_answered_name = zend_string_init("answered", sizeof("answered") - 1, 1);
	zend_declare_typed_property(class_entry, property_answered_name, &property_answered_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_answered_name);

	zval property_answerTime_default_value;
	ZVAL_UNDEF(&property_answerTime_default_value);
	zend_string *property_answerTime_name = zend_string_init("answerTime", sizeof("answerTime") - 1, 1);
	zend_declare_typed_property(class_entry, property_answerTime_name, &property_answerTime_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_answerTime_name);

	zval property_length_default_value;
	ZVAL_UNDEF(&property_length_default_value);
	zend_string *property_length_name = zend_string_init("length", sizeof("length") - 1, 1);
	zend_declare_typed_property(class_entry, property_length_name, &property_length_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_length_name);

	zval property_visitorMessages_default_value;
	ZVAL_UNDEF(&property_visitorMessages_default_value);
	zend_string *property_visitorMessages_name = zend_string_init("visitorMessages", sizeof("visitorMessages") - 1, 1);
	zend_declare_typed_property(class_entry, property_visitorMessages_name, &property_visitorMessages_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_visitorMessages_name);

	zval property_operatorMessages_default_value;
	ZVAL_UNDEF(&property_operatorMessages_default_value);
	zend_string *property_operatorMessages_name = zend_string_init("operatorMessages", sizeof("operatorMessages") - 1, 1);
	zend_declare_typed_property(class_entry, property_operatorMessages_name, &property_operatorMessages_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_operatorMessages_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_HistoryPart(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "HistoryPart", class_OnlineChat_HistoryPart_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_conversations_default_value;
	ZVAL_UNDEF(&property_conversations_default_value);
	zend_string *property_conversations_name = zend_string_init("conversations", sizeof("conversations") - 1, 1);
	zend_declare_typed_property(class_entry, property_conversations_name, &property_conversations_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_conversations_name);

	zval property_next_default_value;
	ZVAL_UNDEF(&property_next_default_value);
	zend_string *property_next_name = zend_string_init("next", sizeof("next") - 1, 1);
	zend_declare_typed_property(class_entry, property_next_name, &property_next_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_next_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_OfflineMessage(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "OfflineMessage", class_OnlineChat_OfflineMessage_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_id_default_value;
	ZVAL_UNDEF(&property_id_default_value);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_id_name);

	zval property_fields_default_value;
	ZVAL_UNDEF(&property_fields_default_value);
	zend_string *property_fields_name = zend_string_init("fields", sizeof("fields") - 1, 1);
	zend_declare_typed_property(class_entry, property_fields_name, &property_fields_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_fields_name);

	zval property_customer_default_value;
	ZVAL_UNDEF(&property_customer_default_value);
	zend_string *property_customer_name = zend_string_init("customer", sizeof("customer") - 1, 1);
	zend_declare_typed_property(class_entry, property_customer_name, &property_customer_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_customer_name);

	zval property_language_default_value;
	ZVAL_UNDEF(&property_language_default_value);
	zend_string *property_language_name = zend_string_init("language", sizeof("language") - 1, 1);
	zend_declare_typed_property(class_entry, property_language_name, &property_language_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_language_name);

	zval property_at_default_value;
	ZVAL_UNDEF(&property_at_default_value);
	zend_string *property_at_name = zend_string_init("at", sizeof("at") - 1, 1);
	zend_declare_typed_property(class_entry, property_at_name, &property_at_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_at_name);

	zval property_state_default_value;
	ZVAL_UNDEF(&property_state_default_value);
	zend_string *property_state_name = zend_string_init("state", sizeof("state") - 1, 1);
	zend_declare_typed_property(class_entry, property_state_name, &property_state_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_state_name);

	zval property_reason_default_value;
	ZVAL_UNDEF(&property_reason_default_value);
	zend_string *property_reason_name = zend_string_init("reason", sizeof("reason") - 1, 1);
	zend_declare_typed_property(class_entry, property_reason_name, &property_reason_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_reason_name);

	zval property_attempts_default_value;
	ZVAL_UNDEF(&property_attempts_default_value);
	zend_string *property_attempts_name = zend_string_init("attempts", sizeof("attempts") - 1, 1);
	zend_declare_typed_property(class_entry, property_attempts_name, &property_attempts_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_attempts_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_UnreadAnswer(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "UnreadAnswer", class_OnlineChat_UnreadAnswer_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval property_conversation_default_value;
	ZVAL_UNDEF(&property_conversation_default_value);
	zend_string *property_conversation_name = zend_string_init("conversation", sizeof("conversation") - 1, 1);
	zend_declare_typed_property(class_entry, property_conversation_name, &property_conversation_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_conversation_name);

	zval property_customer_default_value;
	ZVAL_UNDEF(&property_customer_default_value);
	zend_string *property_customer_name = zend_string_init("customer", sizeof("customer") - 1, 1);
	zend_declare_typed_property(class_entry, property_customer_name, &property_customer_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_customer_name);

	zval property_name_default_value;
	ZVAL_UNDEF(&property_name_default_value);
	zend_string *property_name_name = zend_string_init("name", sizeof("name") - 1, 1);
	zend_declare_typed_property(class_entry, property_name_name, &property_name_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_name_name);

	zval property_email_default_value;
	ZVAL_UNDEF(&property_email_default_value);
	zend_string *property_email_name = zend_string_init("email", sizeof("email") - 1, 1);
	zend_declare_typed_property(class_entry, property_email_name, &property_email_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_email_name);

	zval property_language_default_value;
	ZVAL_UNDEF(&property_language_default_value);
	zend_string *property_language_name = zend_string_init("language", sizeof("language") - 1, 1);
	zend_declare_typed_property(class_entry, property_language_name, &property_language_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_language_name);

	zval property_messages_default_value;
	ZVAL_UNDEF(&property_messages_default_value);
	zend_string *property_messages_name = zend_string_init("messages", sizeof("messages") - 1, 1);
	zend_declare_typed_property(class_entry, property_messages_name, &property_messages_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_messages_name);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Chat(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Chat", class_OnlineChat_Chat_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
#if (PHP_VERSION_ID >= 80200)


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Router(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Router", class_OnlineChat_Router_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Conversations(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Conversations", class_OnlineChat_Conversations_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Presence(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Presence", class_OnlineChat_Presence_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_HistoryExport(zend_class_entry *class_entry_Iterator)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "HistoryExport", class_OnlineChat_HistoryExport_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Iterator);

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_History(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "History", class_OnlineChat_History_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Mailbox(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Mailbox", class_OnlineChat_Mailbox_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Pattern(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Pattern", class_OnlineChat_Pattern_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	return class_entry;
}

static zend_class_entry *register_class_OnlineChat_Gateway(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "OnlineChat", "Gateway", class_OnlineChat_Gateway_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
#if (PHP_VERSION_ID >= 80200)


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
#endif

	return class_entry;
}
