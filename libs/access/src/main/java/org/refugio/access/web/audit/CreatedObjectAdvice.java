package org.refugio.access.web.audit;

import org.refugio.messaging.command.CommandReceipt;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Adds to the audit entry of a command the id of the aggregate that it changed; the request cannot contain a new one. */
@RestControllerAdvice
public final class CreatedObjectAdvice implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object beforeBodyWrite(Object body, MethodParameter returned, MediaType type,
            Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof CommandReceipt receipt && request instanceof ServletServerHttpRequest servlet) {
            RequestAudit audit = RequestAudit.of(servlet.getServletRequest());
            if (audit != null) {
                audit.setChangedObject(receipt.aggregate());
            }
        }
        return body;
    }
}
