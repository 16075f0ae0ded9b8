<script type="application/json" id="onlinechat-console-config">{$onlinechat_config nofilter}</script>
<script defer src="{$onlinechat_script|escape:'html':'UTF-8'}"></script>
