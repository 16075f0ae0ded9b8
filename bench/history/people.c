#include "load.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const char *const first[] = {"Anna", "José", "Marie", "Paul", "Zoë", "Łukasz", "Émile", "Jürgen", "Sara", "Omar", "Li", "Yuki",
	"Fatima", "Noé", "Björn", "Chloé", "Ivan", "Lucía", "Max", "Nina", "Olga", "Pierre", "Quentin", "Rosa", "Søren", "Tom", "Ute",
	"Victor", "Wanda", "Xavier", "Yara", "Zofia", "Ahmed", "Beatriz", "Clara", "David", "Elena", "Florian", "Grace", "Hugo"};
static const char *const begins[] = {"Ander", "Bau", "Car", "Del", "Eber", "Fer", "Gar", "Hol", "Iva", "Jan", "Kel", "Lam", "Mar", "Nov",
	"Ol", "Per", "Ros", "San", "Tor", "Ull", "Var", "Wag", "Zim", "Dubo", "Moro", "Petro", "Nguy", "Schmi", "Kowal", "Berg"};
static const char *const ends[] = {"son", "mann", "dez", "ski", "eau", "ova", "ini", "ard", "ez", "er", "en", "ic", "as", "ou", "el", "in",
	"ström", "ault", "weg", "feld"};

#define ANY(list, r) list[load_draw(r, sizeof(list) / sizeof(*list))]

static void mail_of(load_random *r, const char *name, char *into, size_t size)
{
	size_t n = 0;

	/* Of the name what an address has: its plain letters. */
	for (; *name && n < 40; name++) {
		if (isascii((unsigned char)*name)) {
			into[n++] = *name == ' ' ? '.' : (char)tolower((unsigned char)*name);
		}
	}
	snprintf(into + n, size - n, "%u@example.%s", load_draw(r, 100000), load_draw(r, 2) ? "com" : "org");
}

load_person load_person_of(load_random *r)
{
	load_person p = {.has_email = load_draw(r, 100) < 60, .has_phone = load_draw(r, 100) < 25};

	snprintf(p.name, sizeof(p.name), "%s %s%s", ANY(first, r), ANY(begins, r), ANY(ends, r));
	mail_of(r, p.name, p.email, sizeof(p.email));
	snprintf(p.phone, sizeof(p.phone), "+%u %u %06u", 30 + load_draw(r, 69), 100 + load_draw(r, 900), load_draw(r, 1000000));
	return p;
}
