<script type="application/json" id="onlinechat-config">{$onlinechat_config nofilter}</script>
