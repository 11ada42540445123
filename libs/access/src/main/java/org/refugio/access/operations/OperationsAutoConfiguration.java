package org.refugio.access.operations;

import org.refugio.messaging.operations.EventOperations;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Import;

/** Gives a service that handles events its routes for whoever runs it. */
@AutoConfiguration(afterName = "org.refugio.messaging.spring.MessagingAutoConfiguration")
@ConditionalOnProperty(name = "refugio.access.guard", matchIfMissing = true)
@ConditionalOnBean(EventOperations.class)
@Import(OperationsController.class)
class OperationsAutoConfiguration {
}
