<div class="bootstrap">
  <div class="alert alert-warning" id="onlinechat-warning" role="status"><p class="alert-text">{$onlinechat_warning|escape:'html':'UTF-8'}</p></div>
</div>
