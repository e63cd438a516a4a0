using Microsoft.Extensions.Hosting;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.Hosting;

/// <summary>Opens the store before any other hosted service or request; a store that cannot be opened stops the start.</summary>
internal sealed class StoreOpener(StudioStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.OpenAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
