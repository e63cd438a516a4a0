using WeddingStudio.Drawn;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Hosting;
using WeddingStudio.Engine.Hosting.Doors.Hubs;
using WeddingStudio.Engine.Photos.HelperProcesses;
using WeddingStudio.Web;
using WeddingStudio.Web.Access;
using WeddingStudio.Web.Commands;


// Model packs are nobody's secret, and a service under another name may use those that were pulled by hand.
if (args is not ["models", ..])
    OwnerOnlyFiles.Begin();

// What photos do to their reader happens in processes of its own.
if (args is [PhotoHelper.Command])
    await PhotoHelper.RunAsync();

if (StudioCommands.IsCommand(args))
    return await StudioCommands.RunAsync(args);
return await StudioStart.RunAsync(Build);

WebApplication Build()
{
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = StudioCommands.WithoutSwitches(args), ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.UseStaticWebAssets();
    builder.ListenForStudio();
    builder.StopInTime();

    // The engine owns database and files; the hub and /media are its only doors.
    builder.Services.AddStudioEngine(builder.Configuration);
    builder.Services.AddDrawnWedding(builder.Configuration);
    builder.Services.AddStudioHub();

    // Pages, and who may open them.
    builder.Services.AddStudioUi();
    builder.Services.AddStudioAccess();

    var app = builder.Build();
    app.MapStudio();
    return app;
}
