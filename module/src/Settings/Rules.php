<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Settings;

if (!defined('_PS_VERSION_')) {
    exit;
}

use Symfony\Component\Validator\Constraint;
use Symfony\Component\Validator\Constraints\Callback;
use Symfony\Component\Validator\Context\ExecutionContextInterface;

/** What the fields may hold. Each refusal names its field, in the employee's language. */
final class Rules
{
    /** @param int $most characters, a line break counted as one */
    public static function text(string $label, int $most): Constraint
    {
        return self::check(static fn (mixed $text): ?string => self::textProblem($label, $most, $text));
    }

    private static function textProblem(string $label, int $most, mixed $text): ?string
    {
        $text = self::plain($text);

        return match (true) {
            !\mb_check_encoding($text, 'UTF-8') => Words::say('%field%: this is not UTF-8.', ['%field%' => $label]),
            \preg_match('/[^\P{Cc}\n\t]/u', $text) === 1 => Words::say('%field%: no control characters.', ['%field%' => $label]),
            \mb_strlen($text) > $most => Words::say('%field%: at most %n% characters.', ['%field%' => $label, '%n%' => $most]),
            default => null,
        };
    }

    /** A text of one line. */
    public static function line(string $label, int $most): Constraint
    {
        return self::check(static fn (mixed $text): ?string => \preg_match('/[\x00-\x1F\x7F]/', (string) $text) === 1
            ? Words::say('%field%: no control characters.', ['%field%' => $label])
            : self::textProblem($label, $most, $text));
    }

    /** Line breaks as one character: browsers send two. */
    public static function plain(mixed $text): string
    {
        return \str_replace(["\r\n", "\r"], "\n", (string) $text);
    }

    public static function range(string $label, int $least, int $most): Constraint
    {
        return self::check(static fn (mixed $number): ?string => \is_int($number) && $number >= $least && $number <= $most
            ? null : self::rangeSaid($label, $least, $most));
    }

    public static function rangeSaid(string $label, int $least, int $most): string
    {
        return Words::say('%field%: a whole number from %least% to %most%.', ['%field%' => $label, '%least%' => $least, '%most%' => $most]);
    }

    public static function colour(string $label): Constraint
    {
        return self::check(static fn (mixed $colour): ?string => \preg_match('/^#[0-9a-f]{6}$/iD', (string) $colour) === 1
            ? null : Words::say('%field%: a colour such as #0f4c5c.', ['%field%' => $label]));
    }

    public static function email(string $label): Constraint
    {
        return self::check(static fn (mixed $email): ?string => $email === null || $email === '' || \Validate::isEmail($email)
            ? null : Words::say('%field%: an email address, or nothing.', ['%field%' => $label]));
    }

    /** @param callable(mixed): ?string $problem */
    public static function check(callable $problem): Constraint
    {
        return new Callback(static function (mixed $value, ExecutionContextInterface $context) use ($problem): void {
            $said = $problem($value);
            if ($said !== null) {
                // Words of the owner's may stand in it: no placeholders of the validator's.
                $context->buildViolation('%said%')->setParameter('%said%', $said)->addViolation();
            }
        });
    }
}
