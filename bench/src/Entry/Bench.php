<?php

namespace OnlineChat\Bench\Entry;

use OnlineChat\Bench\Environment;
use OnlineChat\Bench\Goal;
use OnlineChat\Bench\Report;
use OnlineChat\Bench\Side;
use OnlineChat\Bench\Stage;

/** What a poll and a post cost through nginx and PHP-FPM. */
final class Bench
{
    /** Short and many: what else runs on the machine comes and goes. */
    private const ROUNDS = 12;
    private const SECONDS = 1;
    /** Every visitor polls once before it counts: a page's first poll asks MySQL, and it does again after 25 s. */
    private const LAP = 1;

    public function __construct(private readonly Report $report)
    {
    }

    public function run(): void
    {
        $this->polls();
        $this->posts();
    }

    private function polls(): void
    {
        $empty = new Load('empty PHP file', '/empty.php');
        $poll = new Load('poll', '/entry.php', 'poll', self::LAP);
        $plain = new Load('plain PHP', '/plain.php', 'poll', self::LAP);
        $steps = [
            $empty,
            new Load("the entry's class included", '/classes.php'),
            new Load('the chat made of its options', '/chat.php'),
            new Load('the ticket verified', '/ticket.php'),
            $poll,
        ];
        $ping = new Load('one PING with phpredis', '/ping.php');
        $asks = new Load('poll that asks MySQL (every 25 s)', '/entry.php', 'page');
        Answers::areEmptyPolls();
        $this->takeTurns([...$steps, $plain, $ping, $asks]);
        $this->report->section('Empty poll, 8 FPM children');
        $this->report->compare('poll', '/s', $poll->rate, $empty->rate, 'empty PHP file', Goal::atLeast(0.6));
        $this->report->compare('poll', '/s', $poll->rate, $plain->rate, 'plain PHP', null);
        $this->report->compare('poll, p50', 'ms', $poll->p50, $plain->p50, 'plain PHP', null);
        $this->report->compare('poll, p99', 'ms', $poll->p99, $plain->p99, 'plain PHP', null);
        $this->report->compare('poll, CPU', 'ms', $poll->cpu['all'], $empty->cpu['all'], 'empty PHP file', null);
        $this->report->compare('poll, CPU', 'ms', $poll->cpu['all'], $plain->cpu['all'], 'plain PHP', null);
        (new Distance($this->report))->steps($steps, [$ping, $plain, $asks]);
    }

    private function posts(): void
    {
        $post = new Load('post', '/entry.php', 'post');
        $plain = new Load('plain PHP', '/plain.php', 'post');
        $empty = new Load('empty PHP file', '/empty.php', 'post');
        $sides = Side::both();
        $before = array_map(self::messages(...), $sides);
        $this->takeTurns([$post, $plain, $empty]);
        foreach ([$post, $plain] as $i => $load) {
            $written = self::messages($sides[$i]) - $before[$i];
            if ($written < $load->sent()) {
                throw new \RuntimeException("$load->name: {$load->sent()} answered, $written written");
            }
        }
        echo "\n";
        $this->report->section('Post, 8 FPM children');
        $this->report->compare('post', '/s', $post->rate, $plain->rate, 'plain PHP', Goal::atLeast(1.15));
        $this->report->compare('post', '/s', $post->rate, $empty->rate, 'empty PHP file', null);
        $this->report->compare('post, p50', 'ms', $post->p50, $plain->p50, 'plain PHP', null);
        $this->report->compare('post, p99', 'ms', $post->p99, $plain->p99, 'plain PHP', null);
        $this->report->compare('post, CPU', 'ms', $post->cpu['all'], $plain->cpu['all'], 'plain PHP', null);
        (new Distance($this->report))->services([$empty, $post, $plain]);
    }

    /** @param list<Load> $loads */
    private function takeTurns(array $loads): void
    {
        foreach ($loads as $load) {
            $load->warmUp();
        }
        for ($round = 0; $round < max(1, (int) round(self::ROUNDS * Environment::scale())); $round++) {
            Stage::heard();
            foreach ($loads as $load) {
                $load->run(self::SECONDS);
            }
            $loads = array_reverse($loads);
        }
    }

    private static function messages(Side $side): int
    {
        return (int) Environment::mysql()->query("SELECT COUNT(*) FROM {$side->prefix()}onlinechat_message")->fetchColumn();
    }
}
