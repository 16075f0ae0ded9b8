# The Lua scripts and migrations, as C.
$(srcdir)/ext/store/oc_embedded.c: $(srcdir)/ext/store/embed.php $(wildcard $(srcdir)/ext/store/scripts/*.lua) $(wildcard $(srcdir)/ext/store/schema/*.sql)
	$(PHP_EXECUTABLE) -n $(srcdir)/ext/store/embed.php $(srcdir)/ext/store/scripts $(srcdir)/ext/store/schema $(srcdir)/ext/store
	@touch $(srcdir)/ext/store/oc_embedded.c

# Later builds know from the compiler who includes the header; the first has to wait for it.
$(shared_objects_onlinechat): | $(srcdir)/ext/store/oc_embedded.c
