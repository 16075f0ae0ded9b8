<?php

declare(strict_types=1);

use OnlineChat\Identity;
use OnlineChat\Role;

/** Who takes part in the model test: forty visitors, each third of them a customer, and six operators. */
final class People
{
    public const VISITORS = 40;
    public const OPERATORS = 6;
    private const LANGUAGES = ['en', 'fr', 'de', ''];

    /** Tickets are a shop's; who they name is anybody's to read. */
    public function __construct(private readonly OnlineChat\Ticket $tickets)
    {
    }

    public static function customer(int $number): Identity
    {
        return new Identity(Role::Customer, (string) $number, "Customer $number", self::LANGUAGES[$number % 4]);
    }

    public static function guest(int $number): Identity
    {
        return new Identity(Role::Guest, md5("visitor $number"), '', self::LANGUAGES[$number % 4]);
    }

    /** What a visitor's conversations are in. An adopted one keeps its own where the customer names none. */
    public static function language(string $actor): string
    {
        static $all = null;
        if ($all === null) {
            for ($number = 1; $number <= self::VISITORS; $number++) {
                $all["c:$number"] = $all['g:' . md5("visitor $number")] = self::LANGUAGES[$number % 4];
            }
        }
        return $all[$actor];
    }

    /** Operator $number, any if it is 0. */
    public static function operator(int $number = 0, bool $supervisor = false): Identity
    {
        return new Identity(Role::Operator, (string) ($number ?: mt_rand(1, self::OPERATORS)), 'Operator', '', '', $supervisor);
    }

    public function visitor(): Identity
    {
        $number = mt_rand(1, self::VISITORS);
        return $number % 3 === 0 ? self::customer($number) : $this->ticketed(self::guest($number));
    }

    /** Whose conversation it is, as the tables name them. */
    public function named(string $actor): Identity
    {
        $person = substr($actor, 2);
        return $actor[0] === 'c' ? self::customer((int) $person)
            : $this->ticketed(new Identity(Role::Guest, $person, '', self::language($actor)));
    }

    /** A guest who signed in comes again with a new ticket: the old one is over. */
    private function ticketed(Identity $who): Identity
    {
        return $this->tickets->verify($this->tickets->make($who));
    }
}
