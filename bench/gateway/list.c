#include "load.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *part(char **rest)
{
	char *word = strsep(rest, "\t");

	if (!word) {
		load_die("list", "a line has too few parts");
	}
	return word;
}

static bool office(char **rest)
{
	return part(rest)[0] == 'o';
}

static void target(void *list, uint32_t i, char *line)
{
	load_target *t = &((load_target *)list)[i];

	if (inet_pton(AF_INET, part(&line), &t->from) != 1) {
		load_die("list", "ADDRESS is IPv4");
	}
	t->path = part(&line);
	t->header = part(&line);
	t->key = part(&line);
	t->office = office(&line);
}

static void writer(void *list, uint32_t i, char *line)
{
	load_writer *w = &((load_writer *)list)[i];

	w->address = part(&line);
	w->ticket = part(&line);
	w->conversation = part(&line);
	w->office = office(&line);
}

static uint32_t read_lines(const char *file, void **list, size_t size, void (*take)(void *, uint32_t, char *))
{
	FILE *f = fopen(file, "r");
	char *line = NULL, *copy;
	size_t room = 0;
	uint32_t count = 0;

	if (!f) {
		load_die(file, strerror(errno));
	}
	while (getline(&line, &room, f) > 0) {
		line[strcspn(line, "\n")] = 0;
		/* Doubled whenever the count is a power of two. */
		if (!(count & (count - 1))) {
			*list = realloc(*list, (count ? 2 * count : 1) * size);
		}
		copy = strdup(line);
		if (!*list || !copy) {
			load_die("memory", "out of it");
		}
		take(*list, count++, copy);
	}
	free(line);
	fclose(f);
	return count;
}

uint32_t load_read_targets(const char *file, load_target **list)
{
	return read_lines(file, (void **)list, sizeof(**list), target);
}

uint32_t load_read_writers(const char *file, load_writer **list)
{
	return read_lines(file, (void **)list, sizeof(**list), writer);
}
