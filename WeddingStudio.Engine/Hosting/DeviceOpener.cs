using Microsoft.Extensions.Hosting;
using WeddingStudio.Engine.Inference;

namespace WeddingStudio.Engine.Hosting;

/// <summary>
/// Opens the device that models run on before anything else: a plugin that cannot be loaded is a wrong setting and stops the start,
/// be its file missing or not a plugin. Models that are missing do not.
/// </summary>
internal sealed class DeviceOpener(SessionFactory sessions) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        sessions.OpenDevice();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
