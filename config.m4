PHP_ARG_ENABLE([onlinechat],
  [whether to enable the live chat engine],
  [AS_HELP_STRING([--enable-onlinechat], [Enable the live chat engine])])

PHP_ARG_ENABLE([onlinechat-dev],
  [whether to treat the compiler's warnings as errors],
  [AS_HELP_STRING([--enable-onlinechat-dev], [onlinechat: all warnings, as errors])],
  [no],
  [no])

PHP_ARG_WITH([onlinechat-gateway],
  [whether to build the live chat's gateway],
  [AS_HELP_STRING([--without-onlinechat-gateway], [onlinechat: leave out the gateway, which needs libevent])],
  [auto],
  [no])

if test "$PHP_ONLINECHAT" != "no"; then
  PKG_CHECK_MODULES([ONLINECHAT_HIREDIS], [hiredis >= 0.14.1])
  PKG_CHECK_MODULES([ONLINECHAT_MYSQL], [libmariadb >= 3.1], [], [
    PKG_CHECK_MODULES([ONLINECHAT_MYSQL], [mysqlclient >= 8.0])
  ])

  PHP_EVAL_INCLINE($ONLINECHAT_HIREDIS_CFLAGS)
  PHP_EVAL_LIBLINE($ONLINECHAT_HIREDIS_LIBS, ONLINECHAT_SHARED_LIBADD)
  PHP_EVAL_INCLINE($ONLINECHAT_MYSQL_CFLAGS)
  PHP_EVAL_LIBLINE($ONLINECHAT_MYSQL_LIBS, ONLINECHAT_SHARED_LIBADD)

  dnl Without libevent everything works by polling: only who asked for the gateway by name is stopped here.
  ONLINECHAT_HAVE_GATEWAY=no
  if test "$PHP_ONLINECHAT_GATEWAY" != "no"; then
    PKG_CHECK_MODULES([ONLINECHAT_EVENT], [libevent_core >= 2.1], [ONLINECHAT_HAVE_GATEWAY=yes], [
      if test "$PHP_ONLINECHAT_GATEWAY" = "yes"; then
        AC_MSG_ERROR([onlinechat: the gateway needs libevent 2.1 (Debian: libevent-dev)])
      fi
      AC_MSG_WARN([onlinechat: libevent not found, built without the gateway])
    ])
  fi
  if test "$ONLINECHAT_HAVE_GATEWAY" = "yes"; then
    PHP_EVAL_INCLINE($ONLINECHAT_EVENT_CFLAGS)
    PHP_EVAL_LIBLINE($ONLINECHAT_EVENT_LIBS, ONLINECHAT_SHARED_LIBADD)
    PHP_EVAL_LIBLINE([-lpthread], ONLINECHAT_SHARED_LIBADD)
  fi
  PHP_SUBST(ONLINECHAT_SHARED_LIBADD)

  dnl PHP loads extensions with RTLD_GLOBAL: what is not hidden can meet another extension's names.
  ONLINECHAT_CFLAGS="-DZEND_ENABLE_STATIC_TSRMLS_CACHE=1 -fvisibility=hidden"
  if test "$PHP_ONLINECHAT_DEV" != "no"; then
    ONLINECHAT_CFLAGS="$ONLINECHAT_CFLAGS -Wall -Wextra -Werror -Wno-unused-parameter -Wno-missing-field-initializers"
  fi

  dnl The lists are kept by tools/sources; oc_embedded.c is written by make (Makefile.frag).
  ONLINECHAT_SOURCES="ext/onlinechat.c"
  ONLINECHAT_CORE="ext/core/oc_base.c ext/core/oc_base64url.c ext/core/oc_envelope.c ext/core/oc_event.c \
    ext/core/oc_fnv.c ext/core/oc_form.c ext/core/oc_hours.c ext/core/oc_http.c ext/core/oc_json.c \
    ext/core/oc_key.c ext/core/oc_model.c ext/core/oc_net.c ext/core/oc_pace.c ext/core/oc_route.c \
    ext/core/oc_text.c ext/core/oc_ticket.c ext/core/oc_utf8.c ext/core/oc_window.c ext/core/oc_words.c"
  ONLINECHAT_STORE="ext/store/oc_address.c ext/store/oc_admit.c ext/store/oc_adopt.c ext/store/oc_answer.c \
    ext/store/oc_archive.c ext/store/oc_assist.c ext/store/oc_block.c ext/store/oc_board.c \
    ext/store/oc_board_now.c ext/store/oc_breaker.c ext/store/oc_choice.c ext/store/oc_cursor.c \
    ext/store/oc_delete.c ext/store/oc_dictionary.c ext/store/oc_digest.c ext/store/oc_document.c \
    ext/store/oc_due.c ext/store/oc_erase.c ext/store/oc_expire.c ext/store/oc_find.c \
    ext/store/oc_find_page.c ext/store/oc_forget.c ext/store/oc_gate.c ext/store/oc_gone.c \
    ext/store/oc_history.c ext/store/oc_hit.c ext/store/oc_lead.c ext/store/oc_lead_choose.c \
    ext/store/oc_mail_due.c ext/store/oc_mailbox.c ext/store/oc_migrate.c ext/store/oc_mysql.c \
    ext/store/oc_part.c ext/store/oc_person.c ext/store/oc_places.c ext/store/oc_poll.c \
    ext/store/oc_poll_limit.c ext/store/oc_pool.c ext/store/oc_post.c ext/store/oc_posting.c \
    ext/store/oc_presence.c ext/store/oc_query.c ext/store/oc_read.c ext/store/oc_recent.c \
    ext/store/oc_redis.c ext/store/oc_redis_error.c ext/store/oc_redis_health.c \
    ext/store/oc_redis_link.c ext/store/oc_redis_sentinel.c ext/store/oc_revocation.c \
    ext/store/oc_router_conversation.c ext/store/oc_router_operator.c ext/store/oc_router_visitor.c \
    ext/store/oc_search.c ext/store/oc_search_sql.c ext/store/oc_search_walk.c ext/store/oc_seen.c \
    ext/store/oc_settings.c ext/store/oc_sql.c ext/store/oc_statistic.c ext/store/oc_status.c \
    ext/store/oc_tell.c ext/store/oc_trail.c ext/store/oc_tx.c ext/store/oc_tx_change.c \
    ext/store/oc_tx_read.c ext/store/oc_tx_tell.c ext/store/oc_unread.c ext/store/oc_update.c \
    ext/store/oc_watch.c ext/store/oc_waypoint.c ext/store/oc_word_set.c"
  ONLINECHAT_CLASSES="ext/classes/oc_class_chat.c ext/classes/oc_class_chat_gone.c ext/classes/oc_class_conversations.c \
    ext/classes/oc_class_gateway.c ext/classes/oc_class_history.c ext/classes/oc_class_history_digest.c \
    ext/classes/oc_class_history_erase.c ext/classes/oc_class_history_export.c \
    ext/classes/oc_class_history_find.c ext/classes/oc_class_history_statistics.c \
    ext/classes/oc_class_identity.c ext/classes/oc_class_mailbox.c ext/classes/oc_class_pattern.c \
    ext/classes/oc_class_presence.c ext/classes/oc_class_router.c ext/classes/oc_class_router_block.c \
    ext/classes/oc_class_router_view.c ext/classes/oc_class_router_visitor.c \
    ext/classes/oc_class_ticket.c ext/classes/oc_form_settings.c ext/classes/oc_gateway_options.c \
    ext/classes/oc_hash.c ext/classes/oc_hide.c ext/classes/oc_hours_settings.c ext/classes/oc_ini.c \
    ext/classes/oc_minfo.c ext/classes/oc_object.c ext/classes/oc_options.c ext/classes/oc_publish.c \
    ext/classes/oc_request.c ext/classes/oc_throw.c ext/classes/oc_values.c \
    ext/classes/oc_values_reach.c"

  ONLINECHAT_GATEWAY="ext/gateway/oc_gateway.c ext/gateway/oc_gw_answer.c ext/gateway/oc_gw_check.c \
    ext/gateway/oc_gw_conn.c ext/gateway/oc_gw_fan.c ext/gateway/oc_gw_hello.c ext/gateway/oc_gw_http.c \
    ext/gateway/oc_gw_hub.c ext/gateway/oc_gw_hub_link.c ext/gateway/oc_gw_listen.c \
    ext/gateway/oc_gw_log.c ext/gateway/oc_gw_metrics.c ext/gateway/oc_gw_notify.c \
    ext/gateway/oc_gw_params.c ext/gateway/oc_gw_present.c ext/gateway/oc_gw_prompt.c \
    ext/gateway/oc_gw_read.c ext/gateway/oc_gw_redis_events.c ext/gateway/oc_gw_seek.c \
    ext/gateway/oc_gw_shed.c ext/gateway/oc_gw_status.c ext/gateway/oc_gw_stream.c \
    ext/gateway/oc_gw_table.c ext/gateway/oc_gw_wheel.c"
  if test "$ONLINECHAT_HAVE_GATEWAY" = "yes"; then
    ONLINECHAT_CFLAGS="$ONLINECHAT_CFLAGS -DONLINECHAT_HAVE_GATEWAY=1"
    PHP_ADD_BUILD_DIR($ext_builddir/ext/gateway, 1)
  else
    ONLINECHAT_GATEWAY=""
  fi

  PHP_NEW_EXTENSION(onlinechat,
    $ONLINECHAT_SOURCES $ONLINECHAT_CORE $ONLINECHAT_STORE ext/store/oc_embedded.c $ONLINECHAT_CLASSES $ONLINECHAT_GATEWAY,
    $ext_shared,, $ONLINECHAT_CFLAGS)
  PHP_ADD_EXTENSION_DEP(onlinechat, pcre)
  PHP_ADD_EXTENSION_DEP(onlinechat, hash)
  PHP_ADD_EXTENSION_DEP(onlinechat, json)
  PHP_ADD_INCLUDE($ext_srcdir/ext)
  PHP_ADD_BUILD_DIR($ext_builddir/ext, 1)
  PHP_ADD_BUILD_DIR($ext_builddir/ext/core, 1)
  PHP_ADD_BUILD_DIR($ext_builddir/ext/store, 1)
  PHP_ADD_BUILD_DIR($ext_builddir/ext/classes, 1)
  PHP_ADD_MAKEFILE_FRAGMENT
fi
