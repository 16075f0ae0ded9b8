/* The worker's links: kept, checked, never shared with a child, never out of step. */
#include "server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static bool asked(worker *worker)
{
	oc_gate gate;

	return oc_gate_ask(worker_call(worker), OC_STR("g:0"), &gate);
}

static bool asked_until_it_works(worker *worker)
{
	for (int i = 0; i < 100; i++) {
		if (asked(worker)) {
			return true;
		}
		sleep_ms(100);
	}
	return false;
}

static void a_link_is_kept(void **state)
{
	for (int i = 0; i < 3; i++) {
		OK(&w, asked(&w));
	}
	assert_int_equal(w.links.counters.opened[OC_REDIS], 1);
	assert_int_equal(w.links.counters.reused[OC_REDIS], 2);
	assert_int_equal(w.links.n, 1);
}

static void a_link_closed_by_the_server_is_replaced_unseen(void **state)
{
	OK(&w, asked(&w));
	server_does(&redis, "CLIENT KILL TYPE normal");
	OK(&w, asked(&w));
	assert_int_equal(w.links.counters.opened[OC_REDIS], 2);
	assert_int_equal(w.links.counters.closed_dirty[OC_REDIS], 1);
}

static void a_forgotten_script_is_loaded_again(void **state)
{
	uint64_t cursor;

	OK(&w, oc_cursor(worker_call(&w), 3, &cursor));
	server_does(&redis, "SCRIPT FLUSH");
	OK(&w, oc_cursor(worker_call(&w), 3, &cursor));
	OK(&w, oc_cursor(worker_call(&w), 3, &cursor));
	assert_in_range(w.links.counters.script_loads, 1, 2);
	assert_int_equal(w.links.counters.opened[OC_REDIS], 1);
}

/* The late answer of a command that timed out must not become the next command's. */
static void a_late_answer_is_never_read(void **state)
{
	uint64_t first = 0, second = 0;
	oc_gate gate;

	worker_hurry(&w);
	OK(&w, oc_cursor(worker_call(&w), 3, &first));
	server_signal(&redis, SIGSTOP);
	assert_false(oc_cursor(worker_call(&w), 3, &second));
	assert_int_equal(w.error.cause, OC_E_REDIS);
	assert_int_equal(w.links.n, 0);
	server_signal(&redis, SIGCONT);
	OK(&w, asked_until_it_works(&w));
	OK(&w, oc_gate_ask(worker_call(&w), OC_STR("g:0"), &gate));
	assert_int_equal(gate, OC_GATE_PASS);
	OK(&w, oc_cursor(worker_call(&w), 3, &second));
	assert_true(first == second);
}

static void a_forked_child_opens_its_own(void **state)
{
	pid_t pid;
	int status;

	OK(&w, asked(&w));
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		bool ok = asked(&w) && w.links.counters.dropped_forked[OC_REDIS] == 1 && w.links.counters.opened[OC_REDIS] == 2;

		worker_end(&w);
		_exit(ok ? 0 : 1);
	}
	waitpid(pid, &status, 0);
	assert_int_equal(status, 0);
	OK(&w, asked(&w));
	assert_int_equal(w.links.counters.opened[OC_REDIS], 1);
	assert_int_equal(w.links.counters.dropped_forked[OC_REDIS], 0);
}

static void a_link_is_not_inherited_by_programs(void **state)
{
	const oc_redis *r;

	OK(&w, asked(&w));
	r = w.links.list->handle;
	assert_true(fcntl(r->context->fd, F_GETFD) & FD_CLOEXEC);
	assert_int_equal(strlen(r->run_id), 40);
}

static void links_above_the_cap_are_closed(void **state)
{
	w.links.limits.pool_links = 2;
	for (unsigned database = 0; database < 3; database++) {
		w.chat.redis.number = database;
		OK(&w, asked(&w));
	}
	assert_int_equal(w.links.n, 2);
	assert_int_equal(w.links.counters.evicted[OC_REDIS], 1);
	/* The least recently used one went. */
	w.chat.redis.number = 1;
	OK(&w, asked(&w));
	assert_int_equal(w.links.counters.opened[OC_REDIS], 3);
}

static void each_database_has_its_own_data(void **state)
{
	oc_tell full = {.decision = 1, .maximum = 1, .ongoing = 1, .present = 1};
	oc_gate gate;

	w.chat.redis.number = 5;
	OK(&w, oc_tell_send(worker_call(&w), &full));
	OK(&w, oc_gate_ask(worker_call(&w), OC_STR("g:0"), &gate));
	assert_int_equal(gate, OC_GATE_FULL);
	w.chat.redis.number = 0;
	OK(&w, oc_gate_ask(worker_call(&w), OC_STR("g:0"), &gate));
	assert_int_equal(gate, OC_GATE_PASS);
	w.chat.redis.number = 5000;
	assert_false(asked(&w));
	assert_non_null(strstr(w.error.message, "redis.database"));
}

static void a_link_with_an_answer_outstanding_is_closed(void **state)
{
	oc_link *l = oc_link_take(worker_call(&w), OC_REDIS);

	assert_non_null(l);
	l->in_flight = 1;
	oc_link_give(&w.call, l, true);
	assert_int_equal(w.links.n, 0);
}

static void a_user_with_rights_to_the_chats_keys_is_enough(void **state)
{
	oc_identity anna = guest("anna");
	worker own;

	server_does(&redis, "ACL SETUSER chat on >secret ~{oc:* &{oc:* +@all -info");
	worker_start(&own, &redis);
	own.chat.redis.user = OC_STR("chat");
	own.chat.redis.password = OC_STR("secret");
	OK(&own, tell_head(&own, head_of(7, 1, 1, OC_ONGOING)));
	OK(&own, oc_typing(worker_call(&own), &anna, 7, true));
	assert_true(poll_of(&own, "anna", "t", 7, 1, 1).owned);
	own.chat.redis.password = OC_STR("guess");
	assert_false(asked(&own));
	assert_non_null(strstr(own.error.message, "password"));
	assert_null(strstr(own.error.message, "guess"));
	/* The right password's breaker is another one. */
	own.chat.redis.password = OC_STR("secret");
	OK(&own, asked(&own));
	worker_end(&own);
	server_does(&redis, "ACL DELUSER chat");
}

static void keys_name_the_place_and_not_the_password(void **state)
{
	oc_address at = {.host = OC_STR("redis.example"), .port = 6379, .user = OC_STR("u"), .password = OC_STR("pa55word")};
	char a[160], b[160], path[300];

	oc_address_key(&at, OC_REDIS, a);
	assert_null(strstr(a, "pa55word"));
	at.password = OC_STR("other");
	oc_address_key(&at, OC_REDIS, b);
	assert_string_not_equal(a, b);
	memset(path, 'x', sizeof path);
	at.host = (oc_str){NULL, 0};
	at.socket = (oc_str){path, 299};
	oc_address_key(&at, OC_REDIS, a);
	path[298] = 'y';
	oc_address_key(&at, OC_REDIS, b);
	assert_string_not_equal(a, b);
	oc_address_key(&at, OC_MYSQL, a);
	assert_string_not_equal(a, b);
}

static void tags_tell_installations_apart(void **state)
{
	worker other;

	worker_start(&other, &redis);
	assert_true(oc_str_eq(w.chat.tag, other.chat.tag));
	other.chat.prefix = OC_STR("ps2_");
	oc_chat_tag(&other.chat);
	assert_false(oc_str_eq(w.chat.tag, other.chat.tag));
	other.chat.prefix = OC_STR("ps_");
	other.chat.shop = 2;
	oc_chat_tag(&other.chat);
	assert_false(oc_str_eq(w.chat.tag, other.chat.tag));
	worker_end(&other);
}

/* ---- servers that are none ---- */

#define INFO "$0\r\n\r\n"

typedef struct {
	char path[96];
	pid_t pid;
	int wrote; /* a byte comes each time that all is written */
} pretender;

/* Answers INFO properly and everything after it with bytes, pause_us between two of them. */
static void pretend(pretender *p, const char *bytes, unsigned pause_us)
{
	struct sockaddr_un at = {.sun_family = AF_UNIX};
	int listener = socket(AF_UNIX, SOCK_STREAM, 0), wrote[2];

	assert_int_equal(pipe(wrote), 0);
	p->wrote = wrote[0];
	snprintf(p->path, sizeof p->path, "%s/pretender.sock", redis.folder);
	snprintf(at.sun_path, sizeof at.sun_path, "%s", p->path);
	assert_int_equal(bind(listener, (struct sockaddr *)&at, sizeof at), 0);
	listen(listener, 8);
	p->pid = fork();
	assert_true(p->pid >= 0);
	if (p->pid == 0) {
		for (;;) {
			char in[4096];
			int c = accept(listener, NULL, NULL);

			if (read(c, in, sizeof in) > 0 && write(c, INFO, strlen(INFO)) > 0) {
				while (read(c, in, sizeof in) > 0) {
					for (size_t i = 0; i < strlen(bytes); i++) {
						if (write(c, bytes + i, 1) != 1) {
							break;
						}
						usleep(pause_us);
					}
					if (write(wrote[1], "", 1) != 1) {
						break;
					}
				}
			}
			close(c);
		}
	}
	close(listener);
	close(wrote[1]);
}

static void end_pretending(pretender *p)
{
	kill(p->pid, SIGKILL);
	waitpid(p->pid, NULL, 0);
	close(p->wrote);
	unlink(p->path);
}

static void a_link_with_a_stray_answer_is_dropped(void **state)
{
	pretender p;
	char byte;

	pretend(&p, "$-1\r\n+STRAY\r\n", 0);
	w.chat.redis.socket = oc_str_of(p.path);
	OK(&w, asked(&w));
	assert_int_equal(read(p.wrote, &byte, 1), 1);
	OK(&w, asked(&w));
	assert_int_equal(w.links.counters.opened[OC_REDIS], 2);
	assert_int_equal(w.links.counters.closed_dirty[OC_REDIS], 1);
	end_pretending(&p);
}

static void a_dripping_server_does_not_outlive_the_limit(void **state)
{
	char drops[1000];
	pretender p;
	struct pollfd all = {.events = POLLIN};

	/* 40 seconds of them. */
	snprintf(drops, sizeof drops, "$900\r\n%900s\r\n", "F");
	pretend(&p, drops, 40000);
	worker_hurry(&w);
	w.chat.redis.socket = oc_str_of(p.path);
	assert_false(asked(&w));
	all.fd = p.wrote;
	assert_int_equal(poll(&all, 1, 0), 0);
	end_pretending(&p);
}

static void nonsense_is_a_failure(void **state)
{
	pretender p;

	pretend(&p, "HTTP/1.1 400 Bad Request\r\n\r\n", 0);
	w.chat.redis.socket = oc_str_of(p.path);
	assert_false(asked(&w));
	assert_int_equal(w.error.cause, OC_E_REDIS);
	end_pretending(&p);
}

/* An answer of another form than the script's: a failure or zeroes, never a crash. */
static void answers_of_another_form(void **state)
{
	static const char *const forms[] = {"+OK\r\n", ":5\r\n", "*0\r\n", "$-1\r\n", "*-1\r\n", "*3\r\n:0\r\n$1\r\nx\r\n*0\r\n",
		"*2\r\n*1\r\n:1\r\n$-1\r\n"};
	oc_identity anna = guest("anna"), op = operator_of(3, "3");
	uint64_t id = 7, cursor;
	oc_poll_answer a;
	oc_due d;
	int here;

	worker_hurry(&w);
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		pretender p;

		pretend(&p, forms[i], 0);
		w.chat.redis.socket = oc_str_of(p.path);
		oc_poll_visitor(worker_call(&w), &anna, OC_STR(""), OC_STR("t"), 7, 1, 1, &a);
		oc_poll_operator(worker_call(&w), &op, OC_STR(""), OC_STR("t"), 7, &a);
		oc_due_ask(worker_call(&w), 5, &d);
		oc_cursor(worker_call(&w), 3, &cursor);
		oc_here(worker_call(&w), &id, 1, &here);
		oc_admit(worker_call(&w), &anna, OC_STR(""), OC_STR("poll"));
		asked(&w);
		oc_links_free(&w.links);
		end_pretending(&p);
	}
}

static void tcp_works_and_a_closed_port_is_said(void **state)
{
	struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t n = sizeof at;
	int s = socket(AF_INET, SOCK_STREAM, 0);
	char lua[80];

	assert_int_equal(bind(s, (struct sockaddr *)&at, sizeof at), 0);
	getsockname(s, (struct sockaddr *)&at, &n);
	close(s);
	w.chat.redis.socket = (oc_str){NULL, 0};
	w.chat.redis.host = OC_STR("127.0.0.1");
	w.chat.redis.port = ntohs(at.sin_port);
	assert_false(asked(&w));
	assert_non_null(strstr(w.error.message, "127.0.0.1"));
	snprintf(lua, sizeof lua, "CONFIG SET port %u", w.chat.redis.port);
	server_does(&redis, lua);
	OK(&w, asked_until_it_works(&w));
	server_does(&redis, "CONFIG SET port 0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_ON_REDIS(a_link_is_kept),
		TEST_ON_REDIS(a_link_closed_by_the_server_is_replaced_unseen),
		TEST_ON_REDIS(a_forgotten_script_is_loaded_again),
		TEST_ON_REDIS(a_late_answer_is_never_read),
		TEST_ON_REDIS(a_forked_child_opens_its_own),
		TEST_ON_REDIS(a_link_is_not_inherited_by_programs),
		TEST_ON_REDIS(links_above_the_cap_are_closed),
		TEST_ON_REDIS(each_database_has_its_own_data),
		TEST_ON_REDIS(a_link_with_an_answer_outstanding_is_closed),
		TEST_ON_REDIS(a_user_with_rights_to_the_chats_keys_is_enough),
		TEST_ON_REDIS(keys_name_the_place_and_not_the_password),
		TEST_ON_REDIS(tags_tell_installations_apart),
		TEST_ON_REDIS(a_link_with_a_stray_answer_is_dropped),
		TEST_ON_REDIS(a_dripping_server_does_not_outlive_the_limit),
		TEST_ON_REDIS(nonsense_is_a_failure),
		TEST_ON_REDIS(answers_of_another_form),
		TEST_ON_REDIS(tcp_works_and_a_closed_port_is_said),
	};

	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, redis_up, redis_down);
}
