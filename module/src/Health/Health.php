<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Health;

if (!defined('_PS_VERSION_')) {
    exit;
}

use OnlineChat\Exception;
use PrestaShop\Module\OnlineChat\Connection\ConnectionFile;
use PrestaShop\Module\OnlineChat\History\Moment;
use PrestaShop\Module\OnlineChat\Privacy\Retention;
use PrestaShop\Module\OnlineChat\Setup\Requirement;
use PrestaShop\Module\OnlineChat\Shop\ChatFactory;
use PrestaShop\Module\OnlineChat\Shop\GoneShop;
use PrestaShop\Module\OnlineChat\Shop\GoneShops;
use PrestaShop\Module\OnlineChat\Shop\Publisher;
use PrestaShop\Module\OnlineChat\Shop\Settings;

/** What the chat stands on: each part green, or the sentence that mends it. */
final class Health
{
    private const DOMAIN = 'Modules.Onlinechat.Admin';

    /** @param \Symfony\Contracts\Translation\TranslatorInterface $translator */
    public function __construct(private $translator, private ChatFactory $chats)
    {
    }

    public function extension(): Check
    {
        $missing = Requirement::missing($this->translator);

        return new Check('extension', $this->say('Extension'), $missing === null, $missing ?? 'onlinechat ' . \phpversion('onlinechat'));
    }

    /**
     * One shop's: each may have addresses of its own. Only where the extension is.
     *
     * @return list<Check>
     */
    public function checks(\Shop $shop): array
    {
        try {
            $health = $this->chats->open((int) $shop->id)->health();
        } catch (Exception|\ValueError $e) {
            return [new Check('addresses', $this->say('Addresses'), false, $e->getMessage())];
        }

        return [
            $this->mysql($health['mysql']),
            $this->schema($health['schema']),
            $this->redis($health['redis'], $this->sentinels((int) $shop->id)),
            $this->clock($health['clock']),
            ...$this->history($health['history'], $health['schema']['ok']),
            $this->published($shop, $health['schema']['ok']),
            $this->file((int) $shop->id),
            ...$this->gateway($shop),
        ];
    }

    /** @return list<Check> deleted shops of which something is kept; only where the extension is */
    public function gone(): array
    {
        $shops = new GoneShops($this->chats);
        $checks = [];
        foreach ($shops->all() as $shop) {
            try {
                $kept = $shops->kept($shop);
                if (\max($kept) > 0) {
                    $checks[] = new Check("gone-$shop->id", GoneShops::title($shop), true, $this->kept($shop, $kept));
                }
            } catch (Exception|\ValueError $e) {
                $checks[] = new Check("gone-$shop->id", GoneShops::title($shop), false, $e->getMessage());
            }
        }

        return $checks;
    }

    /** @param array{conversations: int, messages: int} $kept */
    private function kept(GoneShop $shop, array $kept): string
    {
        $months = Retention::months($shop);

        return $this->say(
            'This shop was deleted. Conversations still kept: %conversations%; left messages: %messages%.',
            ['%conversations%' => $kept['conversations'], '%messages%' => $kept['messages']]
        ) . ' ' . $this->say(
            $months > 0 ? 'Each is erased after %months% months, as in other shops.' : 'They stay until you erase them, as its retention period is 0.',
            ['%months%' => $months]
        ) . ' ' . $this->say(
            'To erase all of this shop now: bin/console --env=prod onlinechat:erase-shop %shop%',
            ['%shop%' => $shop->id]
        );
    }

    /** @return list<Check> nothing of one that is set up: the owner's browser says whether it answers */
    private function gateway(\Shop $shop): array
    {
        return Settings::of((int) $shop->id, Settings::GATEWAY) !== '' ? [] : [
            new Check('gateway', $this->say('Gateway'), true, $this->say(
                'There is none: browsers ask at a pace that adapts. With one they hear at once; modules/onlinechat/docs/gateway.txt says how.'
            )),
        ];
    }

    /** @param array<string, mixed> $mysql as Chat::health() says */
    private function mysql(array $mysql): Check
    {
        return new Check('mysql', 'MySQL', $mysql['ok'], $mysql['ok'] ? "{$mysql['version']}, {$mysql['ms']} ms" : $mysql['message']);
    }

    /** @param array<string, mixed> $schema as Chat::health() says */
    private function schema(array $schema): Check
    {
        return new Check('tables', $this->say('Tables'), $schema['ok'], $schema['ok']
            ? $this->say('Version %version%', ['%version%' => $schema['version']])
            : $this->say(
                'Version %version%, needed is %expected%: save the addresses below to bring the tables up to date.',
                ['%version%' => $schema['version'], '%expected%' => $schema['expected']]
            ));
    }

    /** @param array<string, mixed> $redis as Chat::health() says */
    private function redis(array $redis, string $sentinels): Check
    {
        if (!$redis['ok']) {
            return new Check('redis', 'Redis', false, $this->say(
                '%message% The chat works without, but slower: no typing, no presence, polls every 15 seconds.',
                ['%message%' => $redis['message']]
            ) . $sentinels);
        }
        $policy = (string) $redis['policy'];
        $known = $policy === '' ? '' : ", maxmemory-policy $policy";

        return new Check('redis', 'Redis', true, "{$redis['version']}, {$redis['ms']} ms$known. " . $this->say(match (true) {
            $policy === '' => 'This Redis does not tell what it does when its memory is full. Nothing can be lost, as MySQL decides.',
            $policy === 'noeviction' => 'When its memory is full it refuses writes: the chat then works slower, until there is room.',
            default => 'When its memory is full it drops keys: nothing is lost, but presence and typing may be missing for moments.',
        }) . $sentinels);
    }

    /** Who said where this Redis is, as a further sentence: a wrong answer is mended there. */
    private function sentinels(int $shop): string
    {
        $redis = Settings::json($shop, Settings::REDIS);

        return empty($redis['sentinels']) ? '' : ' ' . $this->say(
            'Its sentinels: %sentinels%, asked for the service "%service%".',
            ['%sentinels%' => \implode(', ', $redis['sentinels']), '%service%' => $redis['service']]
        );
    }

    /** @param array<string, mixed> $clock as Chat::health() says */
    private function clock(array $clock): Check
    {
        return new Check('clocks', $this->say('Clocks'), $clock['ok'], $this->say(
            $clock['ok'] ? 'PHP and the database are %skew% ms apart.'
                : 'PHP and the database are %skew% ms apart: let both servers keep time (NTP).',
            ['%skew%' => $clock['skew']]
        ));
    }

    /**
     * @param array<string, mixed> $history as Chat::health() says
     *
     * @return list<Check> nothing while its tables are missing, which another row says
     */
    private function history(array $history, bool $schema): array
    {
        if (!$schema) {
            return [];
        }
        $text = match (true) {
            $history['waiting'] === 0 => 'All that was archived can be found by its words.',
            $history['more'] => 'Conversations still to be made findable by their words, and counted: more than %count%. Chats do so by the way.',
            default => 'Conversations still to be made findable by their words, and counted: %count%. Chats do so by the way.',
        };
        $behind = $history['ok'] || $history['since'] === 0 ? '' : ' ' . $this->say(
            'They have waited since %date%: let a cron run bin/console --env=prod onlinechat:expire.',
            ['%date%' => Moment::text($history['since'])]
        );

        return [new Check('history', $this->say('History'), $history['ok'], $this->say($text, ['%count%' => $history['waiting']]) . $behind)];
    }

    private function published(\Shop $shop, bool $schema): Check
    {
        try {
            $same = $schema && (new Publisher($this->chats))->upToDate($shop);
        } catch (Exception $e) {
            return new Check('settings', $this->say('Settings'), false, $e->getMessage());
        }

        return new Check('settings', $this->say('Settings'), $same, $same
            ? $this->say('The chat works with the settings of this page.')
            : $this->say('The chat works with older settings: save this page.'));
    }

    private function file(int $shop): Check
    {
        $path = ConnectionFile::path($shop);
        $writable = \is_writable(\dirname($path));
        $ok = $writable && ConnectionFile::version($shop) === (int) \Configuration::getGlobalValue(Settings::VERSION);

        return new Check('file', $this->say('Connection file'), $ok, $ok ? $path : $this->say(
            $writable ? '%path% is missing or old: save this page.' : 'Let PHP write in %folder%.',
            ['%path%' => $path, '%folder%' => \dirname($path)]
        ));
    }

    /** @param array<string, mixed> $places */
    private function say(string $text, array $places = []): string
    {
        return $this->translator->trans($text, $places, self::DOMAIN);
    }
}
