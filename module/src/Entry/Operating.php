<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Entry;

use OnlineChat\Board;
use OnlineChat\Chat;
use OnlineChat\HistoryPart;
use OnlineChat\Identity;
use OnlineChat\Placement;
use OnlineChat\SignOff;

/** What operators only may do. */
final class Operating
{
    public static function online(Chat $chat, Identity $who, Input $input): Placement
    {
        return $chat->router()->online(
            $who,
            $input->text('key'),
            $input->optional('name'),
            $input->optionalNumber('capacity'),
            $input->optionalList('languages')
        );
    }

    public static function offline(Chat $chat, Identity $who, Input $input): Placement
    {
        $key = $input->text('key');
        $mode = SignOff::tryFrom($input->text('mode', SignOff::Ask->value));
        if ($mode === null) {
            require_once __DIR__ . '/Problem.php';
            throw new Problem('invalid', 'mode: must be ask, end or hand_over', 'mode');
        }

        return $chat->router()->offline($who, $key, $mode);
    }

    public static function take(Chat $chat, Identity $who, Input $input): Placement
    {
        return $chat->router()->take($who, $input->text('key'), $input->number('conversation'));
    }

    public static function transfer(Chat $chat, Identity $who, Input $input): Placement
    {
        return $chat->router()->transfer(
            $who,
            $input->text('key'),
            $input->number('conversation'),
            $input->number('operator'),
            $input->text('note', '')
        );
    }

    public static function invite(Chat $chat, Identity $who, Input $input): Placement
    {
        return $chat->router()->invite(
            $who,
            $input->text('key'),
            $input->number('conversation'),
            $input->number('operator'),
            $input->text('note', '')
        );
    }

    public static function leave(Chat $chat, Identity $who, Input $input): Placement
    {
        return $chat->router()->leave($who, $input->text('key'), $input->number('conversation'));
    }

    public static function block(Chat $chat, Identity $who, Input $input): Placement
    {
        return $chat->router()->block(
            $who,
            $input->text('key'),
            $input->number('conversation'),
            $input->text('what'),
            $input->number('seconds'),
            $input->text('reason', '')
        );
    }

    public static function unblock(Chat $chat, Identity $who, Input $input): ?object
    {
        $chat->router()->unblock($who, $input->number('block'));

        return null;
    }

    /** @return array{blocks: list<\OnlineChat\Block>} */
    public static function blocks(Chat $chat, Identity $who, Input $input): array
    {
        return ['blocks' => $chat->router()->blocks($who, $input->number('limit', 100))];
    }

    public static function board(Chat $chat, Identity $who): Board
    {
        return $chat->router()->board($who);
    }

    /** @return array{conversations: list<\OnlineChat\Conversation>} */
    public static function overview(Chat $chat, Identity $who, Input $input): array
    {
        return [
            'conversations' => $chat->router()->overview($who, $input->number('after', 0), $input->number('limit', 100)),
        ];
    }

    /** @return array{pages: list<array{url: string, title: string, at: int}>|null, agent: string, here: bool|null} */
    public static function trail(Chat $chat, Identity $who, Input $input): array
    {
        return $chat->presence()->trail($who, $input->number('conversation'))
            ?? ['pages' => null, 'agent' => '', 'here' => null];
    }

    /** Who the operator talks with, and nobody else: the whole history is the back office's, with its own right. */
    public static function thread(Chat $chat, Identity $who, Input $input): HistoryPart
    {
        return $chat->history()->earlier(
            $who,
            $input->number('thread'),
            $input->text('cursor', ''),
            $input->number('limit', 100)
        );
    }
}
